import type { AmountMethod, AmountUnit } from '#prisma/generated/enums.ts';

/** `value` null: the cell says a unit only, or that nothing was counted. */
export type WrittenAmount = { value: number; unit: AmountUnit | null; method: AmountMethod };
export type ReadAmount =
  { ok: true; amount: WrittenAmount | null } | { ok: false; fault: 'amount_unread' | 'amount_negative' };

const units: readonly (readonly [AmountUnit, RegExp])[] = [
  ['items_per_100m', /^(items|pcs|pieces|개|个)\/100\s*m$/],
  ['kg_per_100m', /^(kg|킬로그램|公斤|千克)\/100\s*m$/],
  ['items_per_km2', /^(items|pcs|pieces|개|个)\/(km2|㎢)$/],
  ['kg_per_km2', /^(kg|公斤|千克)\/(km2|㎢)$/],
  ['t', /^(t|ton|tons|tonne|tonnes|톤|吨|公吨)$/],
  ['kg', /^(kg|kgs|kilogram|kilograms|킬로|킬로그램|킬로그람|公斤|千克)$/],
  ['m3', /^(m3|m\^3|㎥|세제곱미터|입방미터|루베|立方米|立方|方)$/],
  ['sacks', /^(sack|sacks|bag|bags|자루|마대|포대|포|袋|麻袋)$/],
  ['items', /^(item|items|piece|pieces|pcs|pc|no|count|ea|개|점|개수|건|마리|个|件|只|枚|块|根|条|张)$/],
];

/** The unit that a word of a sheet means, in three languages; null for what is none of ours. */
export function readUnit(text: string): AmountUnit | null {
  const own = units.find(([unit]) => unit === text.trim());
  if (own) return own[0];
  const plain = text
    .normalize('NFKC')
    .replace(/[()[\]]/g, '')
    .replace(/\s*(?:per|\/|당)\s*/gi, '/')
    .trim()
    .toLowerCase();
  return units.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** "12", "1,234.5", "1.234,5", "약 30개", "30여 점", "约 2.5 吨", "~40 kg": a number, perhaps a unit, perhaps a guess. */
export function readAmount(cell: string): ReadAmount {
  const text = cell.normalize('NFKC').trim();
  if (/^(-|–|—|x|없음|무|无|n\/?a|null|none|nan)?$/i.test(text)) return { ok: true, amount: null };
  const found =
    /^(?<about>약|대략|约|大约|大概|ca\.?|about|approx\.?|[~≈])?\s*(?<number>[-+−]?[\d.,\s]*\d(?:e[-+]?\d+)?)\s*(?<more>여|余|多|\+)?\s*(?<unit>\D.{0,24})?$/i.exec(
      text,
    );
  const value = found?.groups?.['number'] === undefined ? null : numberOf(found.groups['number']);
  if (!found || value === null) return { ok: false, fault: 'amount_unread' };
  if (value < 0) return { ok: false, fault: 'amount_negative' };
  const written = found.groups?.['unit']?.trim();
  const unit = written ? readUnit(written.replace(/^(여|余|多)\s*/, '')) : null;
  if (written && unit === null) return { ok: false, fault: 'amount_unread' };
  const guessed = found.groups?.['about'] !== undefined || found.groups?.['more'] !== undefined;
  return { ok: true, amount: { value, unit, method: guessed ? 'estimated' : 'measured' } };
}

/** A number with either comma; groups of three are thousands. */
function numberOf(text: string): number | null {
  const plain = text.replace('−', '-').replace(/\s/g, '');
  const english = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d+)?$/i;
  const european = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
  if (plain === '') return null;
  if (english.test(plain)) return finite(plain.replaceAll(',', ''));
  return european.test(plain) ? finite(plain.replaceAll('.', '').replace(',', '.')) : null;
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : null;
}
