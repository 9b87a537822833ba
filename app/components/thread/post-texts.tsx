import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryPost, EntryTranslation } from '#app/domain/thread/entry.ts';
import { useRoot } from '#app/components/shell/use-root.ts';
import { DeviceTranslation } from '#app/components/translation/device-translation.tsx';
import { DifferenceNote } from '#app/components/translation/difference-note.tsx';
import { VerifyTranslation } from '#app/components/translation/verify-translation.tsx';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { mayVerify } from '#app/domain/translation/policy.ts';
import { engineTitle } from '#app/domain/translation/translation.ts';
import { bestTranslation, labelOf } from '#app/domain/translation/pick-text.ts';
import { endonym, htmlLang, type Language, languages } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useGovernmentName } from './governments.ts';
import { PostProse } from './post-prose.tsx';
import { useReadingMode } from './reading-mode.tsx';
import { TextLabel } from './text-label.tsx';

/**
 * The words of a post: the original on the left and its translation on the right from 1000 px, one tap apart below; or
 * only one of them, as the reader wishes. The tap is a checkbox, so that it needs no script.
 */
export function PostTexts({ post }: { readonly post: EntryPost }) {
  const { t } = useTranslation('thread');
  const language = useLanguage();
  const mode = useReadingMode();
  const { originalFirst } = useRoot();
  const id = useId();
  const mine =
    post.language === language ? undefined : bestTranslation(language, post.translations, post.revision);
  const original = <Original post={post} />;

  if (!mine || mode === 'original') {
    return (
      <div className="card px-4 pt-2.5 pb-3.5">
        {original}
        {!mine && post.language !== language && <DeviceTranslation text={post.body} source={post.language} />}
      </div>
    );
  }
  const name = t('translation.show_original', { language: t(`language.${post.language}`) });
  const beside = mode === 'both';
  return (
    <div className={`card relative ${beside ? 'lg:grid lg:grid-cols-2' : ''}`}>
      <input
        id={id}
        type="checkbox"
        aria-label={name}
        defaultChecked={originalFirst}
        className={`peer visually-hidden ${beside ? 'lg:hidden' : ''}`}
      />
      <div
        className={`hidden px-4 pt-2.5 pb-3.5 peer-checked:block peer-focus-visible:outline-2 peer-focus-visible:outline-primary ${beside ? 'lg:block' : ''}`}
      >
        <Original post={post}>
          <Tap id={id} beside={beside}>
            {t('translation.show_translation')}
          </Tap>
        </Original>
      </div>
      <div
        className={`rounded-r-r-2 bg-water-2 px-4 pt-2.5 pb-3.5 peer-checked:hidden peer-focus-visible:outline-2 peer-focus-visible:outline-primary ${beside ? 'lg:block! lg:border-l lg:border-line' : ''}`}
      >
        <Translated post={post} translation={mine}>
          <Tap id={id} beside={beside}>
            {name}
          </Tap>
        </Translated>
      </div>
    </div>
  );
}

/** What others read of a post that the reader reads in the original. */
export function OtherTranslations({ post }: { readonly post: EntryPost }) {
  const { t } = useTranslation('thread');
  const own = useLanguage();
  const others = languages.flatMap(
    (language) => bestTranslation(language, post.translations, post.revision) ?? [],
  );
  if (others.length === 0 || others.some(({ language }) => language === own)) return null;
  return (
    <details className="open:w-full">
      <summary className="btn btn-quiet btn-sm list-none">{t('translation.others')}</summary>
      <div className="mt-2 grid gap-2">
        {others.map((translation) => (
          <div
            key={`${translation.language} ${translation.kind}`}
            className="rounded-r-2 border border-line bg-water-2 px-4 pt-2.5 pb-3.5"
          >
            <Translated post={post} translation={translation} />
          </div>
        ))}
      </div>
    </details>
  );
}

function Original({ post, children }: { readonly post: EntryPost; readonly children?: ReactNode }) {
  return (
    <>
      <Head label="original" language={post.language}>
        {children}
      </Head>
      <PostProse html={post.html} lang={htmlLang(post.language)} />
    </>
  );
}

/** A translation with everybody who stands for it; where it is of these words, it is compared with them. */
function Translated({
  post,
  translation,
  children,
}: {
  readonly post: EntryPost;
  readonly translation: EntryTranslation;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['translation', 'thread']);
  const { reader } = useRoot();
  const governmentName = useGovernmentName();
  const seatTitle = useSeatTitle();
  const { language, kind, by, engine, verifiedAt, verifiedBy, html, body, version, revision } = translation;
  const isOfNow = revision === post.revision;
  return (
    <>
      <Head label={labelOf(translation, post.revision)} language={language}>
        {engine && <span>{engineTitle(engine)}</span>}
        {by && (
          <span>
            {t('thread:translation.by', { government: governmentName(by.governmentId) })} {seatTitle(by.seat)}
          </span>
        )}
        {verifiedBy && (
          <span>{t('verified_by', { government: governmentName(verifiedBy.governmentId) })}</span>
        )}
        {children}
      </Head>
      <PostProse html={html} lang={htmlLang(language)} />
      {isOfNow && <DifferenceNote source={post.body} translation={body} />}
      {isOfNow && kind === 'human' && verifiedAt === null && mayVerify(reader) && (
        <div className="mt-2">
          <VerifyTranslation
            {...{ subject: 'post', field: 'text', subjectId: post.id }}
            {...{ revision, language, version }}
          />
        </div>
      )}
    </>
  );
}

function Head({
  label,
  language,
  children,
}: {
  readonly label: Parameters<typeof TextLabel>[0]['label'];
  readonly language: Language;
  readonly children?: ReactNode;
}) {
  return (
    <div className="mb-1 flex min-h-6.5 flex-wrap items-center gap-x-2.5 text-t-1 text-ink-2">
      <TextLabel label={label} />
      <span lang={htmlLang(language)}>{endonym(language)}</span>
      {children}
    </div>
  );
}

function Tap({
  id,
  beside,
  children,
}: {
  readonly id: string;
  readonly beside: boolean;
  readonly children: ReactNode;
}) {
  return (
    <label
      htmlFor={id}
      // The checkbox has the name; this is its face.
      aria-hidden="true"
      className={`touch ml-auto cursor-pointer text-primary underline underline-offset-3 ${beside ? 'lg:hidden' : ''}`}
    >
      {children}
    </label>
  );
}
