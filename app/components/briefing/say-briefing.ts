import type { TFunction } from 'i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { daysLate } from '#app/domain/action-item/action-item.ts';
import { authorityName } from '#app/domain/action-item/clearance.ts';
import {
  type BriefedMeeting,
  type BriefedPromise,
  type BriefedText,
  type BriefingPaper,
  type PromiseGroup,
  promiseGroups,
  questionKinds,
} from '#app/domain/briefing/briefing.ts';
import type { Block, Cell, Paper, Words } from '#app/domain/briefing/paper.ts';
import { forDisplay } from '#app/domain/incident/amounts.ts';
import { pickText } from '#app/domain/translation/pick-text.ts';
import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatDay,
  formatList,
  formatNumber,
  type TimeZone,
} from '#app/i18n/format.ts';
import type { Language } from '#app/i18n/languages.ts';

type Names = { nameKo: string; nameZh: string; nameEn: string };
type PaperWords = TFunction<readonly ['briefing', 'action-item', 'incident', 'map', 'meeting', 'thread']>;

type Saying = {
  language: Language;
  t: PaperWords;
  /** The words of numbers with a unit. */
  common: TFunction<'common'>;
  zone: TimeZone;
  /** Whose eyes it is for. */
  reader: Names;
  /** Before the addresses of what the paper names; empty on our own page. */
  origin: string;
};

/** A paper in one language: the only place that puts it into words, for the page, the PDF and the DOCX. */
export function sayBriefing(paper: BriefingPaper, saying: Saying): Paper {
  const { language, t, zone, reader } = saying;
  const { scope, meeting, from, to, madeAt } = paper;
  const name = governmentName(reader, language);
  const about =
    scope.kind === 'government'
      ? t('briefing:of', { name: governmentName(scope.government, language) })
      : t('briefing:of_all');
  const title = meeting ? t('briefing:for_meeting', { title: textOf(meeting.title, language) }) : about;
  const day = (text: string) => formatDay(new Date(text), language, { year: true });
  const period = t('briefing:period', { from: day(from), to: day(to) });
  return {
    language,
    title,
    lines: [
      ...(meeting ? [meetingLine(meeting, saying), about] : []),
      period,
      `${t('briefing:made', { at: formatDateTime(madeAt, language, zone, { year: true }) })} · ${t('briefing:made_for', { name })}`,
    ],
    sections: [
      { title: t('briefing:section.stand'), blocks: standing(paper, saying) },
      {
        title: t('briefing:section.promises'),
        blocks: [...lastTime(paper, saying), ...promises(paper, saying)],
      },
      { title: t('briefing:section.incidents'), blocks: incidents(paper, saying) },
      {
        title: t('briefing:section.questions'),
        blocks: [...agenda(paper, saying), ...questions(paper, saying)],
      },
    ],
    foot: t('briefing:foot', { name }),
    page: `${title} · ${period}`,
  };
}

function meetingLine({ place, firstDay, lastDay }: BriefedMeeting, { language }: Saying): string {
  const days = [firstDay, lastDay].map((one) => formatDay(one, language, { year: true }));
  return [[...new Set(days)].join(' – '), place].filter(Boolean).join(' · ');
}

/** What was concluded at the meeting before, and how it stands now. */
function lastTime({ meeting }: BriefingPaper, saying: Saying): Block[] {
  const { language, t, origin } = saying;
  if (!meeting?.lastTime) return [];
  const { title, firstDay, promises: concluded } = meeting.lastTime;
  const label = t('briefing:last_time', {
    title: textOf(title, language),
    date: formatDay(firstDay, language, { year: true }),
  });
  if (concluded.length === 0)
    return [
      { kind: 'heading', text: label },
      { kind: 'sentence', text: t('briefing:no_outcomes') },
    ];
  return [
    { kind: 'heading', text: label },
    {
      kind: 'table',
      label,
      head: [
        t('briefing:column.outcome'),
        t('briefing:column.title'),
        t('briefing:column.parties'),
        t('briefing:column.due'),
        t('briefing:column.state'),
      ],
      widths: [30, 27, 17, 12, 14],
      rows: concluded.map(({ standing: stands, item, reason, ...words }) => [
        {
          lines: [
            ...textLines(words, saying),
            ...(reason
              ? [{ text: t('briefing:reason', { text: reason.text }), language: reason.language }]
              : []),
          ],
        },
        item
          ? {
              lines: [
                { text: item.number, href: `${origin}/actions/${item.number}` },
                ...textLines(item.title, saying),
              ],
            }
          : line('–'),
        line(item?.parties.map((party) => governmentName(party, language)).join(', ') ?? '–'),
        line(item?.dueOn ? formatDay(item.dueOn, language, { year: true }) : '–'),
        line(t(`meeting:standing.${stands}`)),
      ]),
    },
  ];
}

/** What the meeting is to speak of, in its order. */
function agenda({ meeting }: BriefingPaper, saying: Saying): Block[] {
  const { language, t, origin } = saying;
  if (!meeting || meeting.points.length === 0) return [];
  const label = `${t('meeting:agenda.heading')} ${formatNumber(meeting.points.length, language)}`;
  return [
    { kind: 'heading', text: label },
    {
      kind: 'table',
      label,
      head: [t('briefing:column.number'), t('briefing:column.point'), t('briefing:column.about')],
      widths: [8, 72, 20],
      rows: meeting.points.map(({ title, number, href }, index) => [
        line(String(index + 1)),
        title
          ? { lines: textLines(title, saying, href === null ? undefined : `${origin}${href}`) }
          : line(t('meeting:agenda.not_for_you')),
        line(number ?? '–'),
      ]),
    },
  ];
}

function standing({ figures, promises: groups }: BriefingPaper, { language, t, common }: Saying): Block[] {
  const { count, open, kg, weighed } = figures.incidents;
  const number = (value: number) => formatNumber(value, language);
  const promised = promiseGroups.filter((group) => groups[group].length > 0);
  if (count === 0 && promised.length === 0) return [{ kind: 'sentence', text: t('briefing:no_figures') }];
  return [
    {
      kind: 'figures',
      figures: [
        { value: number(count), label: t('briefing:figure.incidents') },
        { value: number(open), label: t('briefing:figure.open') },
        { value: number(figures.resolved), label: t('briefing:figure.resolved') },
        weighed > 0
          ? {
              value: formatAmount(forDisplay({ value: kg, unit: 'kg' }), language, common),
              label: t('briefing:figure.weight'),
            }
          : { value: '–', label: t('briefing:figure.weight_none') },
        ...promiseGroups.map((group) => ({
          value: number(groups[group].length),
          label: t(`briefing:group.${group}`),
        })),
      ],
    },
    ...(figures.kinds.length > 0
      ? [
          {
            kind: 'sentence' as const,
            text: t('briefing:kinds', {
              list: formatList(
                figures.kinds.map((one) =>
                  t('briefing:kind_count', {
                    kind: t(`incident:kind.${one.kind}`),
                    count: one.count,
                  }),
                ),
                language,
              ),
            }),
          },
        ]
      : []),
  ];
}

function promises(paper: BriefingPaper, saying: Saying): Block[] {
  const { t } = saying;
  const blocks = promiseGroups.flatMap((group): Block[] => {
    const rows = paper.promises[group];
    if (rows.length === 0) return [];
    const label = `${t(`briefing:group.${group}`)} ${formatNumber(rows.length, saying.language)}`;
    return [
      { kind: 'heading', text: label },
      {
        kind: 'table',
        label,
        head: [
          t('briefing:column.number'),
          t('briefing:column.title'),
          t('briefing:column.owner'),
          t('briefing:column.due'),
          t('briefing:column.state'),
        ],
        widths: [9, 36, 16, 18, 21],
        rows: rows.map((row) => promiseRow(row, group, paper.madeAt, saying)),
      },
    ];
  });
  return blocks.length > 0 ? blocks : [{ kind: 'sentence', text: t('briefing:no_promises') }];
}

function promiseRow(row: BriefedPromise, group: PromiseGroup, now: Date, saying: Saying): Cell[] {
  const { language, t, origin } = saying;
  const day = (at: Date) => formatDay(at, language, { year: true });
  const reasons = row.reasons.map(({ government, text, language: written }): Words => ({
    text: government
      ? t('briefing:reason_of', { name: governmentName(government, language), text })
      : t('briefing:reason', { text }),
    language: written,
  }));
  return [
    line(row.number, { href: `${origin}/actions/${row.number}` }),
    { lines: [...textLines(row.title, saying), ...reasons] },
    line(row.owners.map((owner) => governmentName(owner, language)).join(', ')),
    line(row.dueOn ? day(row.dueOn) : t('action-item:no_due')),
    { lines: stateLines(row, group, now, saying) },
  ];
}

function stateLines(row: BriefedPromise, group: PromiseGroup, now: Date, saying: Saying): Words[] {
  const { language, t, zone } = saying;
  const at = row.at ? formatDate(row.at, language, zone, { year: true }) : '';
  switch (group) {
    case 'late':
      return [
        { text: t('briefing:state.late', { count: row.dueOn ? daysLate(row.dueOn, now) : 0 }), bold: true },
      ];
    case 'clearance':
      return row.waitsFor.flatMap((step): Words[] => [
        { text: t('action-item:card.waiting', { authority: authorityName(step, language) }) },
        {
          text: [
            t('action-item:card.waiting_note', {
              government: governmentName(step.government, language),
              step: step.step,
              of: step.of,
            }),
            step.expectedOn &&
              t('briefing:state.expected', { date: formatDay(step.expectedOn, language, { year: true }) }),
          ]
            .filter(Boolean)
            .join(' · '),
        },
      ]);
    case 'to_confirm':
      return [{ text: t('briefing:state.claimed', { date: at }) }];
    case 'on_track':
      return [{ text: t('briefing:group.on_track') }];
    case 'done':
      return [
        { text: t('briefing:state.done', { date: at }) },
        { text: t(row.onTime ? 'briefing:on_time' : 'briefing:after_due') },
      ];
    case 'dropped':
      return [{ text: t('briefing:state.dropped', { date: at }) }];
  }
}

function incidents({ incidents: { listed, more } }: BriefingPaper, saying: Saying): Block[] {
  const { language, t, zone, origin } = saying;
  if (listed.length === 0) return [{ kind: 'sentence', text: t('briefing:no_incidents') }];
  const label = t('briefing:section.incidents');
  return [
    {
      kind: 'map',
      caption: t('briefing:map_caption', {
        disclaimer: t('map:disclaimer'),
        credit: t('map:attribution_short'),
      }),
      alt: t('briefing:map_alt', { count: listed.length + more.length }),
    },
    {
      kind: 'table',
      label,
      head: [
        t('briefing:column.number'),
        t('briefing:column.incident'),
        t('briefing:column.kind'),
        t('briefing:column.government'),
        t('briefing:column.seen'),
        t('briefing:column.state'),
      ],
      widths: [6, 33, 17, 13, 18, 13],
      rows: listed.map((row, index) => [
        line(String(index + 1)),
        {
          lines: [
            ...textLines(row.title, saying, `${origin}/incidents/${row.number}`),
            { text: [row.number, row.placeName].filter(Boolean).join(' · ') },
          ],
        },
        {
          lines: [
            { text: t(`incident:kind.${row.kind}`) },
            ...(row.hazard === 'high' || row.hazard === 'urgent'
              ? [{ text: t(`incident:hazard.${row.hazard}`), bold: true }]
              : []),
          ],
        },
        line(governmentName(row.government, language)),
        line(formatDate(row.seenAt, language, zone, { year: true })),
        line(t(`incident:status.${row.status}`)),
      ]),
    },
    ...(more.length > 0
      ? [{ kind: 'sentence' as const, text: t('briefing:more_incidents', { count: more.length }) }]
      : []),
  ];
}

function questions({ questions: asked }: BriefingPaper, saying: Saying): Block[] {
  const { language, t, zone, origin } = saying;
  const blocks = questionKinds.flatMap((kind): Block[] => {
    const rows = asked[kind];
    if (rows.length === 0) return [];
    const label = `${t(`briefing:question.${kind}`)} ${formatNumber(rows.length, language)}`;
    const until = (at: Date | null) => {
      if (!at) return '–';
      return kind === 'decision'
        ? formatDateTime(at, language, zone, { year: true })
        : formatDay(at, language, { year: true });
    };
    return [
      { kind: 'heading', text: label },
      {
        kind: 'table',
        label,
        head: [
          t('briefing:column.number'),
          t('briefing:column.question'),
          t('briefing:column.who'),
          t('briefing:column.until'),
        ],
        widths: [13, 42, 25, 20],
        rows: rows.map((row) => [
          line(row.number ?? '–', row.number ? { href: `${origin}${row.href}` } : {}),
          { lines: textLines(row.text, saying, row.number ? undefined : `${origin}${row.href}`) },
          line(row.governments.map((one) => governmentName(one, language)).join(', ')),
          line(until(row.until)),
        ]),
      },
    ];
  });
  return blocks.length > 0 ? blocks : [{ kind: 'sentence', text: t('briefing:no_questions') }];
}

function line(text: string, more: Omit<Words, 'text'> = {}): Cell {
  return { lines: [{ text, ...more }] };
}

function textOf(source: BriefedText, language: Language): string {
  return pickText({ language, source, translations: source.translations }).text;
}

/** Words in the paper's language; what is a translation, or none that there is, says so below. */
function textLines(source: BriefedText, { language, t }: Saying, href?: string): Words[] {
  const picked = pickText({ language, source, translations: source.translations });
  const said = picked.label === 'machine' || picked.label === 'stale';
  return [
    { text: picked.text, language: picked.language, ...(href && { href }) },
    ...(said ? [{ text: t(`thread:translation.${picked.label}`) }] : []),
  ];
}
