import { getFormProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { decidePublicity } from '#app/domain/incident/decide-publicity.server.ts';
import { findIncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { publicityInput } from '#app/domain/incident/incident.ts';
import { publicities } from '#app/domain/event.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

export const handle: PageHandle = { title: (t) => t('incident:publicity.title') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const { publicity } = (await findIncidentPage(await requireActor(request), number)) ?? notFound();
  if (publicity === null) forbidden();
  return { number, publicity };
}

/** Whether everybody may see it, and how exactly. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, publicityInput);
  if (!form.ok) return form.reply;
  const result = await decidePublicity(actor, { number, ...form.value });
  return answer(result, { to: `/incidents/${number}`, submission: form.submission });
}

export default function DecidePublicity() {
  const { t } = useTranslation('incident');
  const { t: tCommon } = useTranslation('common');
  const { number, publicity } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const fieldError = useFieldError();
  const writing = useTextLanguage();
  const sending = useNavigation().state !== 'idle';
  const [form, fields] = useForm<{ publicity: string; text: string }>({
    lastResult: given?.lastResult,
    defaultValue: { publicity, text: '' },
  });
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <p className="text-t-2">
        <Link href={`/incidents/${number}`} className="num">
          {number}
        </Link>
      </p>
      <h1>{t('publicity.title')}</h1>
      <Form {...getFormProps(form)} method="post" noValidate className="grid gap-4">
        <RefusalNote refusal={given?.refusal} />
        <NativeSelect
          {...getSelectProps(fields.publicity)}
          label={t('publicity.choice')}
          hint={t('publicity.choice_hint')}
          error={fieldError(fields.publicity.errors)}
          options={publicities.map((value) => ({ value, label: t(`publicity.${value}`) }))}
        />
        <TextArea
          {...getTextareaProps(fields.text)}
          rows={4}
          lang={htmlLang(writing.language)}
          label={t('step.reason')}
          hint={t('publicity.reason_hint')}
          error={fieldError(fields.text.errors)}
          onChange={(event) => writing.onText(event.currentTarget.value)}
        />
        <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
        <div className="flex justify-end gap-2">
          <LinkButton href={`/incidents/${number}`}>{tCommon('action.cancel')}</LinkButton>
          <Button type="submit" variant="primary" isPending={sending}>
            {t('publicity.decide')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
