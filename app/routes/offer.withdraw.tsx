import { getFormProps, getTextareaProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findOffer } from '#app/domain/offer/find-offers.server.ts';
import { mayWithdraw, withdrawOfferSchema } from '#app/domain/offer/offer.ts';
import { withdrawOffer } from '#app/domain/offer/withdraw-offer.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

export const handle: PageHandle = { title: (t) => t('offer:withdraw_page.heading') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const offer = await findOffer(actor, threadIdOf(params), readersLanguage(request, actor), new Date());
  if (!offer || !mayWithdraw(actor, offer)) notFound();
  return { heading: offer.heading };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, withdrawOfferSchema);
  if (!form.ok) return form.reply;
  const result = await withdrawOffer(actor, { ...form.value, threadId });
  return answer(result, { to: '/offers', submission: form.submission });
}

/** Takes an offer back, with a reason. */
export default function WithdrawOffer() {
  const { heading } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(['offer', 'common']);
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const { language, choose, onText } = useTextLanguage();
  const [form, fields] = useForm<z.input<typeof withdrawOfferSchema>>({
    lastResult: answered?.lastResult ?? null,
    shouldRevalidate: 'onInput',
  });
  return (
    <NarrowPage title={t('withdraw_page.heading')} lead={t('withdraw_page.intro')}>
      <p lang={htmlLang(heading.language)} className="font-semibold">
        {heading.text}
      </p>
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={answered?.refusal} />
        <TextArea
          {...getTextareaProps(fields.text)}
          key={fields.text.key}
          label={t('withdraw_page.reason')}
          error={fieldError(fields.text.errors)}
          lang={htmlLang(language)}
          rows={4}
          maxLength={1000}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
        <TextLanguageField name="language" language={language} onChoose={choose} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('withdraw_page.submit')}
          </Button>
          <LinkButton href="/offers" variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
