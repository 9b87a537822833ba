import { useTranslation } from 'react-i18next';
import type { EngineRules } from '#app/domain/translation/engine-rules.ts';
import { Switch } from '#app/ui/switch.tsx';

type EngineRuleFieldsProps = { readonly rules: EngineRules; readonly disabled: boolean };

/** What engines may get. */
export function EngineRuleFields({ rules, disabled }: EngineRuleFieldsProps) {
  const { t } = useTranslation('translation');
  return (
    <>
      <Switch
        name="noForeignCloud"
        defaultChecked={rules.noForeignCloud}
        disabled={disabled}
        label={t('rules.no_foreign_cloud')}
        hint={t('rules.no_foreign_cloud_hint')}
      />
      <Switch
        name="sendsRestricted"
        defaultChecked={rules.sendsRestricted}
        disabled={disabled}
        label={t('rules.sends_restricted')}
        hint={t('rules.sends_restricted_hint')}
      />
    </>
  );
}
