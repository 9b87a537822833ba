import { Form } from '@remix-run/react';
import { FolderInput, Lock, LockOpen, Pin, PinOff } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { mayKeepTopic, mayPinTopic } from '#app/domain/thread/policy.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TopicCategory, type Visibility } from '#prisma/generated/enums.ts';

type KeepTopicProps = {
  readonly threadId: string;
  readonly topic: {
    readonly category: TopicCategory | null;
    readonly isClosed: boolean;
    readonly isPinned: boolean;
    readonly ownerGovernmentId: string;
    readonly visibility: Visibility;
    readonly governmentIds: readonly string[];
  };
  readonly governments: readonly NamedGovernment[];
};

/** For who keeps the topic in order: closing, opening again, another category, first in the forum. */
export function KeepTopic({ threadId, topic, governments }: KeepTopicProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const language = useLanguage();
  const id = useId();
  if (!reader || !mayKeepTopic(reader, topic)) return null;
  const { category, isClosed, isPinned, visibility, ownerGovernmentId, governmentIds } = topic;
  const isNarrow = visibility === 'bilateral' || visibility === 'government';
  const readers = governments.filter(
    ({ id }) => id !== ownerGovernmentId && (!isNarrow || governmentIds.includes(id)),
  );
  return (
    <details className="open:w-full">
      <summary className="btn btn-quiet btn-sm list-none">{t('keep.heading')}</summary>
      <Form
        method="post"
        action={`/threads/${threadId}/keep`}
        className="mt-2 flex flex-wrap items-end gap-3 rounded-r-2 border border-line bg-panel p-3"
      >
        <NativeSelect
          id={`${id}-category`}
          name="category"
          label={t('topic.category')}
          defaultValue={category ?? undefined}
          options={Object.values(TopicCategory).map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <Button type="submit" name="step" value="move" size="sm" icon={FolderInput}>
          {t('keep.move')}
        </Button>
        <Button
          type="submit"
          name="step"
          value={isClosed ? 'reopen' : 'close'}
          size="sm"
          icon={isClosed ? LockOpen : Lock}
        >
          {t(isClosed ? 'keep.reopen' : 'keep.close')}
        </Button>
        {mayPinTopic(reader) && (
          <Button
            type="submit"
            name="step"
            value={isPinned ? 'unpin' : 'pin'}
            size="sm"
            icon={isPinned ? PinOff : Pin}
          >
            {t(isPinned ? 'keep.unpin' : 'keep.pin')}
          </Button>
        )}
        <LinkButton size="sm" href={`/threads/${threadId}/split`}>
          {t('split.heading')}
        </LinkButton>
        <LinkButton size="sm" href={`/threads/${threadId}/merge`}>
          {t('merge.heading')}
        </LinkButton>
      </Form>
      {readers.length > 0 && (
        <Form
          method="post"
          action={`/threads/${threadId}/narrow`}
          className="mt-2 grid gap-3 rounded-r-2 border border-line bg-panel p-3"
        >
          <FieldGroup label={t('keep.readers')} hint={t('keep.readers_hint')}>
            <div className="grid max-h-56 gap-x-4 gap-y-1.5 overflow-y-auto sm:grid-cols-2 md:grid-cols-3">
              {readers.map((government) => (
                <Checkbox
                  key={government.id}
                  id={`${id}-${government.id}`}
                  name="audience"
                  value={government.id}
                  defaultChecked={isNarrow}
                >
                  {governmentName(government, language)}
                </Checkbox>
              ))}
            </div>
          </FieldGroup>
          <div>
            <Button type="submit" size="sm" icon={Lock}>
              {t('keep.narrow')}
            </Button>
          </div>
        </Form>
      )}
    </details>
  );
}
