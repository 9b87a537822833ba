import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldGroup, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

type SegmentLook = { readonly size?: 'sm' | 'md' | undefined; readonly wide?: boolean | undefined };

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly lang?: string | undefined;
};

type SegmentedProps<Value extends string> = FieldWords &
  SegmentLook & {
    readonly name: string;
    readonly options: readonly Segment<Value>[];
    readonly id?: string | undefined;
    readonly form?: string | undefined;
    readonly value?: Value | undefined;
    readonly defaultValue?: Value | undefined;
    readonly onChange?: ((value: Value) => void) | undefined;
  };

/** One of a few, side by side, as part of a form: native radios. */
export function Segmented<Value extends string>({
  name,
  options,
  id,
  form,
  value,
  defaultValue,
  onChange,
  size,
  wide,
  ...words
}: SegmentedProps<Value>) {
  return (
    <FieldGroup {...words} id={id}>
      <div>
        <div className={segmentClass({ size, wide })}>
          {options.map((option) => (
            <label key={option.value} lang={option.lang}>
              <input
                type="radio"
                name={name}
                value={option.value}
                form={form}
                {...(value === undefined
                  ? { defaultChecked: option.value === defaultValue }
                  : { checked: option.value === value })}
                onChange={() => onChange?.(option.value)}
              />
              <span className="seg-cell">
                {option.icon && <Icon of={option.icon} size="sm" />}
                {option.label}
              </span>
            </label>
          ))}
        </div>
      </div>
    </FieldGroup>
  );
}

export type SegmentLink = {
  readonly href: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly current: boolean;
};

type SegmentedLinksProps = SegmentLook & { readonly label: string; readonly options: readonly SegmentLink[] };

/** One of a few views of the same thing: links, so that each view has its URL. */
export function SegmentedLinks({ label, options, size, wide }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className={segmentClass({ size, wide })}>
      {options.map((option) => (
        <Link key={option.href} href={option.href} {...(option.current && { 'aria-current': 'page' })}>
          <span className="seg-cell">
            {option.icon && <Icon of={option.icon} size="sm" />}
            {option.label}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function segmentClass({ size, wide }: SegmentLook): string {
  return classNames('seg', size === 'sm' && 'seg-sm', wide && 'seg-wide');
}
