import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { usePersonName } from './use-person-name.ts';

type HandoverLinkProps = {
  readonly person: { readonly name: string; readonly nameLatin: string; readonly email: string };
  readonly url: string;
  /** Where to go on. */
  readonly next: string;
};

/** A link that is shown once, to be handed over by the secretariat itself. */
export function HandoverLink({ person, url, next }: HandoverLinkProps) {
  const { t } = useTranslation('account');
  const personName = usePersonName();
  const [copied, setCopied] = useState(false);
  return (
    <div className="card card-binding grid gap-4 p-4" role="status">
      <p>{t('link.lead', { name: personName(person), email: person.email })}</p>
      <TextField
        label={t('link.label')}
        value={url}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          onPress={() => {
            void navigator.clipboard.writeText(url).then(() => setCopied(true));
          }}
        >
          {t(copied ? 'link.copied' : 'link.copy')}
        </Button>
        <LinkButton href={next}>{t('link.done')}</LinkButton>
      </div>
    </div>
  );
}
