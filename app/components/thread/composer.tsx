import { useFetcher } from '@remix-run/react';
import { Paperclip, Quote, Send, X } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnTo } from '#app/components/shell/use-return-to.ts';
import type { Actor } from '#app/domain/actor.ts';
import type { PostEntry } from '#app/domain/thread/entry.ts';
import { acceptedFiles } from '#app/domain/thread/attachment.ts';
import { longestPost } from '#app/domain/thread/post.ts';
import type { ReadThread } from '#app/domain/thread/read-thread.server.ts';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { htmlLang, isLanguage, type Language, languages } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { keepDraft, readDraft } from '#app/realtime/drafts.client.ts';
import type { Draft } from '#app/realtime/outbox.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { useEnterKey } from '#app/ui/use-enter-key.ts';
import { AttachedFiles } from './attached-files.tsx';
import { useGovernmentName } from './governments.ts';
import { type Chosen, type MarkUp, markUp } from './mark-up.ts';
import { MarkUpBar } from './mark-up-bar.tsx';
import { MentionList } from './mention-list.tsx';
import { useAttachments } from './use-attachments.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useMentions } from './use-mentions.ts';

type ComposerProps = {
  readonly thread: ReadThread;
  readonly reader: Actor;
  readonly onSend: (draft: Draft) => void;
  readonly onTyping: () => void;
  /** Words to go on with: a post that was not accepted. */
  readonly again: Draft | null;
  /** The post that is answered. */
  readonly replyTo: PostEntry | null;
  readonly onReplyDone: () => void;
};

const markKeys: ReadonlyMap<string, MarkUp> = new Map([
  ['b', 'bold'],
  ['i', 'italic'],
  ['k', 'link'],
]);

type Written = { body: string; language: Language; chosen: boolean; onlyOwnGovernment: boolean };

/**
 * Writes a post: language first (proposed from the script, decided by the author), then the words, then who reads them.
 * What is written is kept on this device at every key. Without JavaScript it is a plain form.
 */
export function Composer(props: ComposerProps) {
  const { thread, reader, onSend, onTyping, again, replyTo, onReplyDone } = props;
  const { t } = useTranslation('thread');
  const own = useLanguage();
  const format = useFormat();
  const returnTo = useReturnTo();
  const governmentName = useGovernmentName();
  const id = useId();
  const { threadId } = thread;
  const { accountId } = reader;
  const nothing: Written = { body: '', language: own, chosen: false, onlyOwnGovernment: false };
  const [written, setWritten] = useState<Written>(nothing);
  const [kept, setKept] = useState<Date | null>(null);
  const [enterSends, setEnterSends] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const attachments = useAttachments();
  const { files } = attachments;
  const latestTake = useRef(attachments.take);
  useEffect(() => {
    latestTake.current = attachments.take;
  });
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const hasRefused = files.some(({ state }) => state === 'refused');

  useEffect(() => {
    setEnterSends(/(?:^|;\s*)tl_enter=send/.test(document.cookie));
    const draft = readDraft(accountId, threadId);
    if (draft) {
      setWritten(draft);
      setKept(new Date(draft.at));
      return;
    }
    // Typed before the page had its script.
    const typed = field.current?.value ?? '';
    if (typed !== '') setWritten((now) => ({ ...now, body: typed }));
  }, [accountId, threadId]);

  const change = useCallback(
    (changed: Partial<Written>) => {
      const next = { ...written, ...changed };
      const at = Date.now();
      setWritten(next);
      const isKept = keepDraft(accountId, threadId, { ...next, at });
      setKept(isKept && next.body.trim() !== '' ? new Date(at) : null);
    },
    [written, accountId, threadId],
  );

  useEffect(() => {
    if (!again) return;
    const { body, language, onlyOwnGovernment, attached } = again;
    setWritten({ body, language, chosen: true, onlyOwnGovernment });
    if (attached) latestTake.current(attached);
    field.current?.focus();
  }, [again]);

  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  const quote = () => {
    if (!replyTo) return;
    const quoted = replyTo.post.body.replaceAll(/^/gm, '> ');
    change({ body: `${written.body}${written.body === '' ? '' : '\n\n'}${quoted}\n\n` });
    field.current?.focus();
  };
  const write = (body: string) => {
    const proposed = written.chosen ? null : detectLanguage(body);
    change({ body, ...(proposed ? { language: proposed } : {}) });
    // Others would learn of a post that is not for them.
    if (!written.onlyOwnGovernment && body.trim() !== '') onTyping();
  };
  const send = (body: string) => {
    if (body.trim() === '' || body.length > longestPost || hasRefused) return;
    const { language, onlyOwnGovernment } = written;
    onSend({
      accountId,
      threadId,
      body: body.trim(),
      language,
      onlyOwnGovernment,
      ...(replyTo && { replyTo: replyTo.seq }),
      ...(files.length > 0 && {
        attached: files.map(({ key, kind, name, blob, id }) => ({ key, kind, name, blob, id })),
      }),
    });
    attachments.clear();
    setIsPreviewed(false);
    onReplyDone();
    setWritten({ ...nothing, language, chosen: written.chosen });
    keepDraft(accountId, threadId, null);
    setKept(null);
    field.current?.focus();
  };
  const enter = useEnterKey({ mode: enterSends ? 'enter' : 'ctrl-enter', onSend: send });
  const preview = useFetcher<{ html: string }>();
  const [isPreviewed, setIsPreviewed] = useState(false);
  const chosen = useRef<Chosen | null>(null);
  useEffect(() => {
    // The words are on the page only now.
    if (!chosen.current || field.current?.value !== chosen.current.text) return;
    field.current.focus();
    field.current.setSelectionRange(chosen.current.from, chosen.current.to);
    chosen.current = null;
  });
  const mark = (kind: MarkUp) => {
    if (!field.current || enter.isComposing()) return;
    const { value, selectionStart: from, selectionEnd: to } = field.current;
    chosen.current = markUp(kind, { text: value, from, to });
    write(chosen.current.text);
  };
  const mentions = useMentions({
    threadId,
    field,
    isComposing: enter.isComposing,
    onInsert: (text, caret) => {
      chosen.current = { text, from: caret, to: caret };
      write(text);
    },
  });
  const listId = `${id}-mentions`;
  const drop = useFileDrop(attachments.add);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!enter.isComposing()) send(written.body);
  };

  return (
    <form
      id="compose"
      method="post"
      encType="multipart/form-data"
      action={`/threads/${threadId}/write`}
      onSubmit={submit}
      {...drop.handlers}
      aria-label={t('compose.label')}
      className={`relative grid gap-2 rounded-r-2 border bg-panel p-2.5 shadow-1 focus-within:border-primary md:px-3 ${drop.isOver ? 'border-dashed border-primary bg-primary-soft' : 'border-line-2'}`}
    >
      <input type="hidden" name="clientKey" value={thread.clientKey} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {replyTo && (
        <div className="flex flex-wrap items-center gap-2 rounded-r-1 bg-water-2 px-2 py-1 text-t-2">
          <input type="hidden" name="replyTo" value={replyTo.seq} />
          <span className="min-w-0 flex-1 truncate">
            {t('reply.writing', { government: governmentName(replyTo.actor?.governmentId ?? '') })}{' '}
            <span lang={htmlLang(replyTo.post.language)} className="text-ink-2">
              {replyTo.post.body}
            </span>
          </span>
          <Button size="sm" variant="quiet" icon={Quote} onPress={quote}>
            {t('reply.quote')}
          </Button>
          <Button size="sm" variant="quiet" icon={X} onPress={onReplyDone}>
            {t('reply.cancel')}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <label htmlFor={`${id}-language`} className="visually-hidden">
          {t('compose.language')}
        </label>
        <select
          id={`${id}-language`}
          name="language"
          value={written.language}
          onChange={({ currentTarget: { value } }) =>
            isLanguage(value) && change({ language: value, chosen: true })
          }
          className="chip chip-on cursor-pointer pr-2"
        >
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`compose.write_in.${language}`)}
            </option>
          ))}
        </select>
        <Readers thread={thread} own={written.onlyOwnGovernment} />
        {ready && (
          <MarkUpBar
            onMark={mark}
            isPreviewed={isPreviewed}
            onPreview={() => {
              setIsPreviewed(!isPreviewed);
              if (!isPreviewed)
                void preview.submit({ body: written.body }, { method: 'post', action: '/threads/preview' });
            }}
          />
        )}
      </div>
      <label htmlFor={`${id}-body`} className="visually-hidden">
        {t('compose.label')}
      </label>
      <textarea
        ref={field}
        data-compose
        id={`${id}-body`}
        name="body"
        rows={2}
        required
        maxLength={longestPost}
        lang={htmlLang(written.language)}
        value={written.body}
        onChange={({ currentTarget: { value } }) => {
          write(value);
          mentions.look();
        }}
        {...enter.handlers}
        {...(mentions.options.length > 0 && {
          role: 'combobox',
          'aria-autocomplete': 'list' as const,
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': `${listId}-${mentions.active}`,
        })}
        onSelect={mentions.look}
        onBlur={mentions.close}
        onCompositionEnd={(event) => {
          enter.handlers.onCompositionEnd(event);
          mentions.look();
        }}
        onKeyDown={(event) => {
          if (mentions.onKeyDown(event)) return;
          const kind = event.ctrlKey || event.metaKey ? markKeys.get(event.key.toLowerCase()) : undefined;
          if (kind && !event.altKey && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            mark(kind);
          } else enter.handlers.onKeyDown(event);
        }}
        hidden={isPreviewed}
        onPaste={(event) => {
          const pasted = [...event.clipboardData.files];
          if (pasted.length === 0) return;
          event.preventDefault();
          attachments.add(pasted);
        }}
        className="block max-h-[40vh] min-h-12 w-full resize-y bg-transparent px-1 text-t-4 leading-relaxed outline-none md:text-[0.9375rem]"
      />
      {mentions.options.length > 0 && (
        <MentionList
          id={listId}
          options={mentions.options}
          active={mentions.active}
          onChoose={mentions.choose}
        />
      )}
      {isPreviewed && (
        <div className="max-h-[40vh] min-h-12 overflow-y-auto px-1" aria-live="polite">
          {written.body.trim() === '' ? (
            <p className="text-t-2 text-ink-2">{t('mark.nothing')}</p>
          ) : (
            preview.data && <Prose html={preview.data.html} lang={htmlLang(written.language)} />
          )}
        </div>
      )}
      <AttachedFiles
        files={files}
        tooMany={attachments.tooMany}
        onRetry={attachments.retry}
        onRemove={attachments.remove}
      />
      {hasRefused && <p className="text-t-2 text-ink-2">{t('attachment.first')}</p>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label
          className={
            ready
              ? 'btn btn-quiet btn-sm cursor-pointer focus-within:outline-2 focus-within:outline-primary'
              : 'grid gap-1 text-t-2'
          }
          title={t('attachment.hint')}
        >
          {ready && <Icon of={Paperclip} size="sm" />}
          {t('attachment.add')}
          <input
            type="file"
            name={ready ? undefined : 'attachments'}
            multiple
            autoComplete="off"
            accept={acceptedFiles}
            className={ready ? 'visually-hidden' : 'max-w-full text-t-1'}
            onChange={(event) => {
              if (!ready) return;
              attachments.add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <Checkbox
          name="onlyOwnGovernment"
          checked={written.onlyOwnGovernment}
          onChange={({ currentTarget: { checked } }) => change({ onlyOwnGovernment: checked })}
        >
          {t('compose.only_own')}
        </Checkbox>
        <Mention
          thread={thread}
          onChoose={(name) => {
            const gap = written.body === '' || /\s$/.test(written.body) ? '' : ' ';
            change({ body: `${written.body}${gap}@${name} ` });
            field.current?.focus();
          }}
        />
        <Link href={`/threads/${threadId}/decide`} className="text-t-2">
          {t('compose.decide')}
        </Link>
        <span className="text-t-1 text-ink-2">{kept && t('compose.kept', { time: format.time(kept) })}</span>
        <span className="ml-auto flex items-center gap-3">
          <span className="text-t-1 text-ink-2 max-md:hidden [@media(pointer:coarse)]:hidden">
            {enterSends ? t('compose.enter') : t('compose.ctrl_enter')}
          </span>
          <Button type="submit" variant="primary" icon={Send}>
            {t('compose.send')}
          </Button>
        </span>
      </div>
    </form>
  );
}

/** Who will read it, before it is written. */
function Readers({ thread, own }: { readonly thread: ReadThread; readonly own: boolean }) {
  const { t } = useTranslation('thread');
  const format = useFormat();
  const governmentName = useGovernmentName();
  const { visibility, governmentIds } = thread;
  const words = () => {
    if (own) return t('compose.only_own_hint');
    if (visibility === 'government') return t('compose.readers.government');
    if (visibility !== 'bilateral') return t('compose.readers.network');
    return t('compose.readers.bilateral', { names: format.list(governmentIds.map(governmentName)) });
  };
  return <span className="text-t-1 text-ink-2">{words()}</span>;
}

/** Names a government in the text; it is told. The native select, so that it works on every phone. */
function Mention({
  thread,
  onChoose,
}: {
  readonly thread: ReadThread;
  readonly onChoose: (name: string) => void;
}) {
  const { t } = useTranslation('thread');
  const governmentName = useGovernmentName();
  const { governments, governmentIds, visibility } = thread;
  const isNarrow = visibility === 'bilateral' || visibility === 'government';
  return (
    <select
      aria-label={t('compose.mention')}
      value=""
      onChange={({ currentTarget: { value } }) => onChoose(governmentName(value))}
      className="chip max-w-24 cursor-pointer"
    >
      <option value="">@</option>
      {governments
        .filter(({ id }) => !isNarrow || governmentIds.includes(id))
        .map(({ id }) => (
          <option key={id} value={id}>
            {governmentName(id)}
          </option>
        ))}
    </select>
  );
}
