import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { endonym, htmlLang } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { Language, Role } from '#prisma/generated/enums.ts';
import { usePersonName } from './use-person-name.ts';
import { useSeatTitle } from './use-seat-title.ts';

type DemoSeat = {
  readonly id: string;
  readonly role: Role;
  readonly titleKo: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly government: NamedGovernment;
  readonly person: { readonly name: string; readonly nameLatin: string; readonly language: Language };
};

const groups = [
  {
    key: 'KR',
    has: ({ role, government }: DemoSeat) => role !== 'secretariat' && government.country === 'KR',
  },
  {
    key: 'CN',
    has: ({ role, government }: DemoSeat) => role !== 'secretariat' && government.country === 'CN',
  },
  { key: 'association', has: ({ role }: DemoSeat) => role === 'secretariat' },
] as const;

type DemoSeatsProps = { readonly seats: readonly DemoSeat[]; readonly returnTo: string };

/** The people of the demo world, by coast: one press enters as one of them. Works without JavaScript. */
export function DemoSeats({ seats, returnTo }: DemoSeatsProps) {
  const { t } = useTranslation('account');
  return (
    <Form method="post" action="/demo/enter" className="grid gap-6">
      <input type="hidden" name="returnTo" value={returnTo} />
      {groups.map(({ key, has }) => (
        <section key={key} className="grid gap-2.5">
          <h2 className="text-t-4">{t(`demo.${key}`)}</h2>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,232px),1fr))] gap-2.5">
            {seats.filter(has).map((seat) => (
              <li key={seat.id} className="grid">
                <DemoCard seat={seat} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Form>
  );
}

function DemoCard({ seat }: { readonly seat: DemoSeat }) {
  const language = useLanguage();
  const seatTitle = useSeatTitle();
  const personName = usePersonName();
  const { government, person } = seat;
  return (
    <button
      type="submit"
      name="seatId"
      value={seat.id}
      className="card card-link grid w-full cursor-pointer grid-cols-[28px_minmax(0,1fr)_auto] items-start gap-x-2.5 p-3 text-left"
    >
      <Seal government={government} size="md" />
      <span className="grid min-w-0 gap-0.5">
        <b className="text-t-3 font-semibold">{governmentName(government, language)}</b>
        <span className="text-t-2 text-ink-2">{seatTitle(seat)}</span>
        <span className="text-t-2">{personName(person)}</span>
      </span>
      <span lang={htmlLang(person.language)} className="text-t-1 text-ink-2">
        {endonym(person.language)}
      </span>
    </button>
  );
}
