import { getFormProps, getInputProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { GovernmentChoices } from '#app/components/government/government-choices.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { AttachField, keptFiles } from '#app/components/thread/attach-field.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { openTopic } from '#app/domain/thread/open-topic.server.ts';
import { mayPost } from '#app/domain/thread/policy.ts';
import { longestPost, longestTitle, topicInput } from '#app/domain/thread/post.ts';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseFormWithFiles } from '#app/http/files-in-form.server.ts';
import { endonym, htmlLang, type Language, languages } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { TopicCategory } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('thread:topic.heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayPost(actor)) notFound();
  const governments = await findGovernments();
  return { governments: governments.filter(({ id }) => id !== actor.governmentId), clientKey: uuid() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseFormWithFiles(request, actor, topicInput);
  if (!form.ok) return form.reply;
  const result = await openTopic(actor, form.value);
  return answer(result, { to: ({ threadId }) => `/threads/${threadId}`, submission: form.submission });
}

const circles = ['network', 'bilateral', 'government'] as const;

export default function NewTopic() {
  const { governments, clientKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('thread');
  const own = useLanguage();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const [chosen, setChosen] = useState<Language>();
  const [detected, setDetected] = useState<Language>();
  const [held, setHeld] = useState(false);
  const [circle, setCircle] = useState<(typeof circles)[number]>();
  // Until the page has its script everything shows.
  useEffect(() => setCircle('network'), []);
  const [form, fields] = useForm<z.input<typeof topicInput>>({
    lastResult: answered?.lastResult ?? null,
    defaultValue: { clientKey, category: 'joint_operations' },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: topicInput }),
    shouldRevalidate: 'onInput',
  });
  const audience = z
    .array(z.string())
    .catch([])
    .parse([fields.audience.initialValue ?? []].flat());
  const language = chosen ?? detected ?? own;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('topic.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('topic.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <Form {...getFormProps(form)} method="post" encType="multipart/form-data" className="grid gap-5">
        <input {...getInputProps(fields.clientKey, { type: 'hidden' })} key={fields.clientKey.key} />
        <TextField
          {...getInputProps(fields.title, { type: 'text' })}
          key={fields.title.key}
          label={t('topic.title')}
          hint={t('topic.title_hint')}
          error={fieldError(fields.title.errors)}
          lang={htmlLang(language)}
          maxLength={longestTitle}
        />
        <TextArea
          {...getTextareaProps(fields.body)}
          key={fields.body.key}
          label={t('topic.text')}
          error={fieldError(fields.body.errors)}
          lang={htmlLang(language)}
          rows={7}
          maxLength={longestPost}
          onInput={({ currentTarget }) => setDetected(detectLanguage(currentTarget.value) ?? undefined)}
        />
        <Segmented
          name="language"
          label={t('topic.language')}
          value={language}
          onChange={setChosen}
          options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
        />
        <AttachField kept={keptFiles.parse(answered?.lastResult?.initialValue)} onHold={setHeld} />
        <NativeSelect
          {...getSelectProps(fields.category)}
          key={fields.category.key}
          label={t('topic.category')}
          error={fieldError(fields.category.errors)}
          options={Object.values(TopicCategory).map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <RadioCards
          name="visibility"
          label={t('topic.readers')}
          layout="rows"
          defaultValue="network"
          onChange={setCircle}
          options={circles.map((value) => ({
            value,
            label: t(`visibility.${value}`),
            note: t(`topic.note.${value}`),
          }))}
          error={fieldError(fields.visibility.errors)}
        />
        {(circle === undefined || circle === 'bilateral') && (
          <FieldGroup label={t('topic.audience')} hint={t('topic.audience_hint')}>
            <GovernmentChoices name="audience" governments={governments} chosen={audience} />
          </FieldGroup>
        )}
        <div>
          <Button type="submit" variant="primary" isDisabled={held} isPending={state === 'submitting'}>
            {t('topic.open')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
