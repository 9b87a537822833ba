import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

export type FieldFault = {
  /** The id of the field. */
  readonly id: string;
  /** Words: what is wrong. */
  readonly message: string;
};

/** All faults of a form on its top, each a link to its field. Takes the focus when it appears. Nothing for none. */
export function ErrorSummary({ faults }: { readonly faults: readonly FieldFault[] }) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="error-summary">
      <h2>
        <Icon of={CircleAlert} />
        {t('error_summary.title', { count: faults.length })}
      </h2>
      <ul>
        {faults.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                const field = document.getElementById(id);
                if (!field) return;
                event.preventDefault();
                field.focus();
                field.scrollIntoView({ block: 'center' });
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
