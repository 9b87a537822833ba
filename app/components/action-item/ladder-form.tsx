import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { TemplateStep } from '#app/domain/action-item/find-ladders.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { type Country, type Grade, Level } from '#prisma/generated/enums.ts';
import type { StepAnswer } from './step-form.tsx';

type LadderFormProps = {
  readonly country: Country;
  readonly grade: Grade;
  readonly steps: readonly TemplateStep[];
  readonly answer: StepAnswer | undefined;
};

/** Empty rows after the steps that are there: without JavaScript nobody can add one. */
const moreRows = 2;
const emptyRow = { authorityKo: '', authorityZh: '', authorityEn: '', levels: Object.values(Level) };

const levels = z.union([z.array(z.enum(Level)), z.enum(Level).transform((one) => [one])]).catch([]);
/** Rows as a refused form comes back. */
const returned = z.object({
  steps: z.array(
    z.object({
      authorityKo: z.string().catch(''),
      authorityZh: z.string().catch(''),
      authorityEn: z.string().catch(''),
      levels,
    }),
  ),
});

/** One ladder, a row a step: the name of the authority in three languages, and for whom. */
export function LadderForm({ country, grade, steps, answer }: LadderFormProps) {
  const { t } = useTranslation(['action-item', 'government', 'common']);
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const before = returned.safeParse(answer?.lastResult?.initialValue).data?.steps ?? steps;
  const rows = [...before, ...Array.from({ length: moreRows }, () => emptyRow)];
  const fault = fieldError(answer?.lastResult?.error?.steps);
  return (
    <Form method="post" className="grid gap-6">
      <ErrorSummary faults={fault ? [{ id: 'ladder-0', message: fault }] : []} />
      <RefusalNote refusal={answer?.refusal} />
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="grade" value={grade} />
      {rows.map((row, index) => (
        // Rows have no identity of their own but their place, which is also the name that the server knows.
        <FieldGroup
          key={`row-${String(index)}`}
          id={`ladder-${String(index)}`}
          label={t('action-item:ladders.step', { number: index + 1 })}
          hint={index >= before.length ? t('action-item:ladders.empty_row') : undefined}
        >
          <div className="grid gap-2 sm:grid-cols-3">
            <TextField
              name={`steps[${index}].authorityKo`}
              lang={htmlLang('ko')}
              maxLength={120}
              label={t('action-item:ladders.name_ko')}
              defaultValue={row.authorityKo}
            />
            <TextField
              name={`steps[${index}].authorityZh`}
              lang={htmlLang('zh')}
              maxLength={120}
              label={t('action-item:ladders.name_zh')}
              defaultValue={row.authorityZh}
            />
            <TextField
              name={`steps[${index}].authorityEn`}
              lang={htmlLang('en')}
              maxLength={120}
              label={t('action-item:ladders.name_en')}
              defaultValue={row.authorityEn}
            />
          </div>
          <FieldGroup label={t('action-item:ladders.levels')}>
            <div className="flex flex-wrap gap-x-4">
              {Object.values(Level).map((level) => (
                <Checkbox
                  key={level}
                  name={`steps[${index}].levels`}
                  value={level}
                  defaultChecked={row.levels.includes(level)}
                >
                  {t(`government:level.${level}`)}
                </Checkbox>
              ))}
            </div>
          </FieldGroup>
        </FieldGroup>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isPending={state !== 'idle'}>
          {t('action-item:ladders.save')}
        </Button>
        <LinkButton href="/settings/ladders" variant="quiet">
          {t('common:action.cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}
