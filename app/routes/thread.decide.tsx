import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { GovernmentChoices } from '#app/components/government/government-choices.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { AttachField, keptFiles } from '#app/components/thread/attach-field.tsx';
import { mostOptions, proposeDecisionSchema } from '#app/domain/decision/decision.ts';
import { proposeDecision } from '#app/domain/decision/propose-decision.server.ts';
import { wallOf } from '#app/domain/incident/incident.ts';
import { longestPost } from '#app/domain/thread/post.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseFormWithFiles } from '#app/http/files-in-form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { endonym, htmlLang, type Language, languages } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('decision:propose.heading') };

const week = 7 * 24 * 3_600_000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const thread = (await readThread(actor, threadId)) ?? notFound();
  if (!thread.mayPost) notFound();
  const { visibility, governmentIds, governments } = thread;
  const isNarrow = visibility === 'bilateral' || visibility === 'government';
  return {
    threadId,
    clientKey: uuid(),
    takingPart: thread.takingPart,
    governments: governments.filter(({ id }) => !isNarrow || governmentIds.includes(id)),
    inAWeek: new Date(Date.now() + week),
  };
}

/** Puts a proposal to governments of the thread. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseFormWithFiles(request, actor, proposeDecisionSchema);
  if (!form.ok) return form.reply;
  const result = await proposeDecision(actor, { ...form.value, threadId });
  return answer(result, {
    to: ({ seq }) => `/threads/${threadId}?at=${seq}#entry-${seq}`,
    submission: form.submission,
  });
}

const typedShape = z.object({
  body: z.string().catch(''),
  deadline: z.string().optional().catch(undefined),
  options: z.array(z.string().catch('')).catch([]),
  governments: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .optional()
    .catch(undefined),
});

export default function ProposeDecision() {
  const { threadId, clientKey, governments, takingPart, inAWeek } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('decision');
  const { t: tThread } = useTranslation('thread');
  const { t: tCommon } = useTranslation('common');
  const { t: tIncident } = useTranslation('incident');
  const { reader } = useRoot();
  const own = useLanguage();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const id = useId();
  const [chosen, setChosen] = useState<Language>();
  const [detected, setDetected] = useState<Language>();
  const [held, setHeld] = useState(false);
  const language = chosen ?? detected ?? own;
  const zone = reader?.government.country === 'CN' ? 'Asia/Shanghai' : 'Asia/Seoul';
  const typed = typedShape.safeParse(answered?.lastResult?.initialValue).data;
  const faults = answered?.lastResult?.error ?? {};
  const asked = typed?.governments ?? takingPart;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('propose.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('propose.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <Form method="post" encType="multipart/form-data" className="grid gap-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <input type="hidden" name="zone" value={zone} />
        <TextArea
          id={`${id}-body`}
          name="body"
          label={t('propose.text')}
          hint={t('propose.text_hint')}
          error={fieldError(faults.body)}
          lang={htmlLang(language)}
          rows={5}
          required
          maxLength={longestPost}
          defaultValue={typed?.body}
          onInput={({ currentTarget }) => setDetected(detectLanguage(currentTarget.value) ?? undefined)}
        />
        <Segmented
          name="language"
          label={tThread('topic.language')}
          value={language}
          onChange={setChosen}
          options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
        />
        <AttachField kept={keptFiles.parse(answered?.lastResult?.initialValue)} onHold={setHeld} />
        <FieldGroup
          label={t('propose.options')}
          hint={t('propose.options_hint')}
          optional
          error={fieldError(faults.options)}
        >
          <div className="grid gap-2 sm:grid-cols-2">
            {Array.from({ length: mostOptions }, (_, index) => (
              <TextField
                key={`option-${String(index)}`}
                id={`${id}-option-${index}`}
                name={`options[${index}]`}
                label={t('propose.option', { number: index + 1 })}
                hideLabel
                placeholder={t('propose.option', { number: index + 1 })}
                maxLength={120}
                defaultValue={typed?.options[index]}
              />
            ))}
          </div>
        </FieldGroup>
        <FieldGroup
          label={t('propose.governments')}
          hint={t('propose.governments_hint')}
          error={fieldError(faults.governments)}
        >
          <GovernmentChoices id={id} name="governments" governments={governments} chosen={asked} />
        </FieldGroup>
        <TextField
          id={`${id}-deadline`}
          name="deadline"
          type="datetime-local"
          className="max-w-72"
          label={t('propose.deadline')}
          hint={tIncident('reporting.seen_at_hint', {
            zone: tIncident(zone === 'Asia/Seoul' ? 'reporting.zone_kr' : 'reporting.zone_cn'),
          })}
          error={fieldError(faults.deadline)}
          required
          defaultValue={typed?.deadline ?? `${wallOf(inAWeek, zone).slice(0, 11)}17:00`}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isDisabled={held} isPending={state === 'submitting'}>
            {t('propose.submit')}
          </Button>
          <LinkButton href={`/threads/${threadId}`}>{tCommon('action.cancel')}</LinkButton>
        </div>
      </Form>
    </div>
  );
}
