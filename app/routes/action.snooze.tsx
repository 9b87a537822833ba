import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ItemFrame } from '#app/components/action-item/item-frame.tsx';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findActionItem } from '#app/domain/action-item/find-action-item.server.ts';
import { maySnooze, snoozeSchema } from '#app/domain/action-item/reminder.ts';
import { snoozeReminders } from '#app/domain/action-item/snooze-reminders.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('schedule:snooze.title') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const item = (await findActionItem(actor, number)) ?? notFound();
  if (!maySnooze(actor, item)) forbidden();
  return { item };
}

/** The own side puts its reminders off, and says why. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, snoozeSchema);
  if (!form.ok) return form.reply;
  const result = await snoozeReminders(actor, { number, ...form.value });
  return answer(result, { to: `/actions/${number}`, submission: form.submission });
}

export default function Snooze() {
  const { item } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(['schedule', 'common']);
  const fieldError = useFieldError();
  const writing = useTextLanguage();
  const { state } = useNavigation();
  const [form, fields] = useForm<{ until: string; text: string; language: string }>({
    lastResult: answered?.lastResult,
    shouldRevalidate: 'onSubmit',
  });
  return (
    <ItemFrame item={item} heading={t('schedule:snooze.title')}>
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <p className="text-t-3 text-ink-2">{t('schedule:snooze.lead')}</p>
        <RefusalNote refusal={answered?.refusal} />
        <TextField
          {...getInputProps(fields.until, { type: 'date' })}
          className="max-w-52"
          label={t('schedule:snooze.until')}
          error={fieldError(fields.until.errors)}
        />
        <TextArea
          {...getTextareaProps(fields.text)}
          key="text"
          rows={3}
          lang={htmlLang(writing.language)}
          label={t('schedule:snooze.reason')}
          error={fieldError(fields.text.errors)}
          onChange={(event) => writing.onText(event.currentTarget.value)}
        />
        <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('schedule:snooze.submit')}
          </Button>
          <LinkButton href={`/actions/${item.number}`} variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </ItemFrame>
  );
}
