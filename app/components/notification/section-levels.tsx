import { Form } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { KeepUpLevel, type Role, Section } from '#prisma/generated/enums.ts';

type SectionLevelsProps = {
  readonly levels: readonly { section: Section; level: KeepUpLevel }[];
  readonly role: Role;
};

/** How much the seat wants to hear of each section of the forum, and what comes through whatever it says. */
export function SectionLevels({ levels, role }: SectionLevelsProps) {
  const { t } = useTranslation('keeping-up');
  const id = useId();
  const usual = role === 'officer' || role === 'secretariat' ? role : 'reader';
  return (
    <section className="grid gap-3 border-t border-line pt-5" aria-labelledby={`${id}-title`}>
      <div className="grid gap-1.5">
        <h2 id={`${id}-title`} className="text-t-4">
          {t('sections.title')}
        </h2>
        <p className="text-t-2 text-ink-2">{t('sections.lead')}</p>
        <p className="text-t-2 text-ink-2">{t(`sections.usual_${usual}`)}</p>
        <p className="text-t-2 text-ink-2">{t('sections.always')}</p>
      </div>
      <Form method="post" action="/settings/notices/levels" className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          {Object.values(Section).map((section) => (
            <NativeSelect
              key={section}
              id={`${id}-${section}`}
              name={section}
              label={t(`section.${section}`)}
              defaultValue={levels.find((one) => one.section === section)?.level ?? ''}
              options={[
                { value: '', label: t('sections.as_usual') },
                ...Object.values(KeepUpLevel).map((value) => ({ value, label: t(`level.${value}`) })),
              ]}
            />
          ))}
        </div>
        <div>
          <Button type="submit">{t('sections.save')}</Button>
        </div>
      </Form>
    </section>
  );
}
