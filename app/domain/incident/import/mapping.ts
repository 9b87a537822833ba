import { z } from 'zod';
import { AmountUnit, Compartment, IncidentKind, Language } from '#prisma/generated/enums.ts';
import { isWasteItem } from '../waste-items.ts';

/** What a column can mean. Keys of `import:field`, in the order of the form. */
export const sheetFields = [
  'lat',
  'lon',
  'coordinates',
  'lat_end',
  'lon_end',
  'place_key',
  'date',
  'time',
  'title',
  'text',
  'place_name',
  'shore_length_m',
  'kind',
  'compartment',
  'hazard',
  'item',
  'amount',
  'unit',
  'origin',
  'number',
] as const;
export type SheetField = (typeof sheetFields)[number];

const column = z.string().min(1).max(140);
const wasteItem = z.string().refine(isWasteItem, 'choose_one');

/** Where incidents may lie: our seas with their coasts, or anywhere. */
export const importRegions = ['yellow_sea', 'any'] as const;
export type ImportRegion = (typeof importRegions)[number];

/** How a partner's sheet becomes incidents: which column means what, and what holds for all rows. */
export const mappingSchema = z.object({
  /** Names the sheet for ever; with an incident's id in it, what makes a second import add nothing. */
  source: z
    .string('required')
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'not_valid'),
  language: z.enum(Language),
  columns: z.partialRecord(z.enum(sheetFields), column).default({}),
  /** Rows with the same cells here are one incident, and they are its id. Without any, each row is one. */
  key: z.array(column).max(8).default([]),
  /** Columns that count one item each. */
  items: z.record(column, wasteItem).default({}),
  /** What the cells of the item column mean, where names and G codes do not say it. */
  itemCodes: z.record(z.string(), wasteItem).default({}),
  /** Columns whose cells are the code of an item. */
  itemCode: column.optional(),
  kind: z.enum(IncidentKind).default('beached_mass'),
  compartment: z.enum(Compartment).default('shoreline'),
  unit: z.enum(AmountUnit).default('items'),
  /** A title with `{column}` in it, where no column is one. */
  title: z.string().max(140).optional(),
  /** The name of a place with `{column}` in it. */
  placeName: z.string().max(140).optional(),
  /** Why nothing has to be done; left out, the incidents wait for their responsible government. */
  closedBecause: z.string().trim().max(2000).optional(),
  /** A place that was mended (swapped, sign, divided) is taken, with a warning. */
  mend: z.boolean().default(false),
  region: z.enum(importRegions).default('yellow_sea'),
});
export type SheetMapping = z.output<typeof mappingSchema>;

/** What a form can say about a mapping; the rest of it stays as it is. A key of several columns is kept by `several`. */
export const mappingChoices = mappingSchema
  .pick({
    source: true,
    language: true,
    columns: true,
    kind: true,
    compartment: true,
    unit: true,
    region: true,
    mend: true,
  })
  .extend({ key: column.optional(), closedBecause: z.string().trim().max(2000, 'too_long').optional() });
export type MappingChoices = z.output<typeof mappingChoices>;

/** Value of the key's field that keeps a key of several columns. */
export const severalColumns = '*';

/** Does a sheet with these columns have everything that the mapping names? */
export function fits(mapping: Pick<SheetMapping, 'columns' | 'key'>, columns: readonly string[]): boolean {
  return missingColumns(mapping, columns).length === 0;
}

/** The columns that a mapping names and a sheet lacks. */
export function missingColumns(
  mapping: Pick<SheetMapping, 'columns' | 'key'>,
  columns: readonly string[],
): string[] {
  const named = [...Object.values(mapping.columns), ...mapping.key];
  return [...new Set(named.filter((name) => !columns.includes(name)))];
}
