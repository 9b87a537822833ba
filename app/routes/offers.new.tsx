import { getFormProps, getInputProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { GovernmentChoices } from '#app/components/government/government-choices.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { makeOffer } from '#app/domain/offer/make-offer.server.ts';
import { makeOfferSchema, mayOffer } from '#app/domain/offer/offer.ts';
import { longestPost, longestTitle } from '#app/domain/thread/post.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { Means, OfferDirection } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('offer:new.heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayOffer(actor)) notFound();
  const governments = await findGovernments();
  return { governments: governments.filter(({ id }) => id !== actor.governmentId), clientKey: uuid() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, makeOfferSchema);
  if (!form.ok) return form.reply;
  return answer(await makeOffer(actor, form.value), { to: '/offers', submission: form.submission });
}

const circles = ['network', 'bilateral'] as const;

export default function NewOffer() {
  const { governments, clientKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(['offer', 'thread']);
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const { language, choose, onText } = useTextLanguage();
  const [circle, setCircle] = useState<(typeof circles)[number]>();
  // Until the page has its script everything shows.
  useEffect(() => setCircle('network'), []);
  const [form, fields] = useForm<z.input<typeof makeOfferSchema>>({
    lastResult: answered?.lastResult ?? null,
    defaultValue: { clientKey, direction: 'offer', means: 'vessel' },
    shouldRevalidate: 'onInput',
  });
  const audience = z
    .array(z.string())
    .catch([])
    .parse([fields.audience.initialValue ?? []].flat());
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('new.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('new.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <Form {...getFormProps(form)} method="post" className="grid gap-5">
        <input {...getInputProps(fields.clientKey, { type: 'hidden' })} key={fields.clientKey.key} />
        <RadioCards
          name="direction"
          label={t('field.direction')}
          defaultValue={fields.direction.initialValue === 'request' ? 'request' : 'offer'}
          error={fieldError(fields.direction.errors)}
          options={Object.values(OfferDirection).map((value) => ({
            value,
            label: t(`direction.${value}`),
            note: t(`direction_note.${value}`),
          }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <NativeSelect
            {...getSelectProps(fields.means)}
            key={fields.means.key}
            label={t('field.means')}
            error={fieldError(fields.means.errors)}
            options={Object.values(Means).map((value) => ({ value, label: t(`means.${value}`) }))}
          />
          <TextField
            {...getInputProps(fields.count, { type: 'number' })}
            key={fields.count.key}
            label={t('field.count')}
            hint={t('field.count_hint')}
            optional
            min={1}
            inputMode="numeric"
            error={fieldError(fields.count.errors)}
          />
        </div>
        <TextField
          {...getInputProps(fields.title, { type: 'text' })}
          key={fields.title.key}
          label={t('field.title')}
          hint={t('field.title_hint')}
          error={fieldError(fields.title.errors)}
          lang={htmlLang(language)}
          maxLength={longestTitle}
        />
        <TextArea
          {...getTextareaProps(fields.body)}
          key={fields.body.key}
          label={t('field.body')}
          hint={t('field.body_hint')}
          error={fieldError(fields.body.errors)}
          lang={htmlLang(language)}
          rows={5}
          maxLength={longestPost}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
        <TextLanguageField name="language" language={language} onChoose={choose} />
        <TextField
          {...getInputProps(fields.place, { type: 'text' })}
          key={fields.place.key}
          label={t('field.place')}
          hint={t('field.place_hint')}
          error={fieldError(fields.place.errors)}
          maxLength={120}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            {...getInputProps(fields.from, { type: 'date' })}
            key={fields.from.key}
            label={t('field.from')}
            error={fieldError(fields.from.errors)}
          />
          <TextField
            {...getInputProps(fields.until, { type: 'date' })}
            key={fields.until.key}
            label={t('field.until')}
            error={fieldError(fields.until.errors)}
          />
        </div>
        <RadioCards
          name="visibility"
          label={t('field.readers')}
          layout="rows"
          defaultValue={fields.visibility.initialValue === 'bilateral' ? 'bilateral' : 'network'}
          onChange={setCircle}
          options={circles.map((value) => ({
            value,
            label: t(`thread:visibility.${value}`),
            note: t(`readers.${value}`),
          }))}
          error={fieldError(fields.visibility.errors)}
        />
        {(circle === undefined || circle === 'bilateral') && (
          <FieldGroup label={t('field.audience')} hint={t('field.audience_hint')}>
            <GovernmentChoices name="audience" governments={governments} chosen={audience} />
          </FieldGroup>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={state === 'submitting'}>
            {t('new.submit')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
