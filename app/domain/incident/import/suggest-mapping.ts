import type { Language } from '#prisma/generated/enums.ts';
import { readAngle, readCoordinates } from '../coordinates.ts';
import type { WasteItem } from '../waste-items.ts';
import { readItem } from './read-words.ts';
import { exportColumns } from '../export.ts';
import { knownMappings } from './known-mappings.ts';
import { fits, type SheetField, sheetFields, type SheetMapping } from './mapping.ts';
import { readDate } from './read-date.ts';
import type { Sheet } from './sheet.ts';

/** Names of columns in three languages, whole (`^…$`) and in the order in which they are looked for. */
const names: Record<SheetField, RegExp> = {
  lat: /^(위도|시작위도|시작점위도|纬度|緯度|起点纬度|북위|北纬|lat|latitude|lat dd|latdd|lat y1|lat wgs84|wgs84 lat|y|y좌표|str la|start lat(itude)?|begin lat(itude)?|decimal latitude|decimallatitude|latitude deg(rees)?)$/,
  lon: /^(경도|시작경도|시작점경도|经度|經度|起点经度|동경|东经|lon|lng|long|longitude|lon dd|londd|lon x1|lon wgs84|wgs84 lon|x|x좌표|str lo|start lon(gitude)?|begin lon(gitude)?|decimal longitude|decimallongitude|longitude deg(rees)?)$/,
  coordinates:
    /^(좌표|위치좌표|위경도|위·경도|위도경도|위도 경도|坐标|经纬度|位置坐标|地理坐标|coordinates?|coords?|lat ?lon|lat ?lng|latlong|gps|gps좌표|gps 좌표|gps坐标|location coordinates|position)$/,
  lat_end:
    /^(종료위도|끝위도|종점위도|终点纬度|结束纬度|latitude end|lat end|end la|end lat(itude)?|lat y2)$/,
  lon_end:
    /^(종료경도|끝경도|종점경도|终点经度|结束经度|longitude end|lon end|end lo|end lon(gitude)?|lon x2)$/,
  place_key: /^(slug|site id|site code|station id|정점코드|조사지점코드|站点编号|点位编号)$/,
  date: /^(날짜|일자|일시|발견일|발견일시|발견일자|발견 날짜|조사일|조사일자|조사일시|수거일|수거일자|신고일|신고일시|접수일|관측일|발생일|발생일시|日期|时间|发现日期|发现时间|调查日期|监测日期|采样日期|清理日期|上报日期|上报时间|发生时间|观测日期|日期时间|date|datetime|date time|event ?date|survey ?date|sampling ?date|observation ?date|seen at|seen|observed at|found on|invs ymd|day|time stamp|timestamp|collected on|report date)$/,
  time: /^(시각|시간|발견시각|发现时刻|时刻|time|hour)$/,
  title: /^(제목|건명|사건명|标题|名称|事件名称|事件|title|name|incident|subject)$/,
  text: /^(내용|설명|상세내용|비고|메모|특이사항|현장상황|描述|说明|备注|情况说明|详情|内容|text|description|notes?|remarks?|comments?|details?)$/,
  place_name:
    /^(장소|위치|지점|지점명|조사지점|조사지역|지역|지역명|해안|해안명|해변|해변명|정점|발견장소|발견위치|발생장소|소재지|주소|地点|位置|地名|海滩|海滩名称|岸段|站位|点位|发现地点|监测地点|监测点|调查地点|区域|海域|地址|place( name)?|site( name)?|location|beach( ?name)?|station|area|invs area nm|locality|address)$/,
  shore_length_m:
    /^(길이|조사길이|해안길이|구간길이|조사구간길이|연장|长度|岸线长度|调查长度|断面长度|length|beach ?length|transect length|shore length|survey length)( ?\(?m\)?)?$/,
  kind: /^(종류|유형|발생유형|쓰레기유형|구분|분류|类别|类型|垃圾类型|事件类型|种类|kind|type|category|incident type|waste type)$/,
  compartment:
    /^(발생위치유형|위치유형|구역|환경구분|所在区域|区域类型|介质|环境介质|compartment|environment|zone|medium)$/,
  hazard: /^(위험도|위험|긴급도|危险程度|危险等级|紧急程度|hazard|severity|risk|urgency)$/,
  item: /^(품목|품목명|항목|물품|쓰레기명|쓰레기종류|세부품목|조사항목|垃圾名称|品名|项目|物品|垃圾种类|item( name)?|iem nm|litter item|debris type|litter type)$/,
  amount:
    /^(수량|개수|갯수|양|수거량|발생량|추정량|무게|중량|톤|물량|数量|重量|个数|件数|垃圾量|清理量|估计量|quantity|amount|count|number of items|items|total|weight|weight ?kg|iem cnt|measurement|mass|pieces|abundance)( ?\(?(개|kg|t|톤|㎏|个|公斤|吨|items|ea)\)?)?$/,
  unit: /^(단위|单位|计量单位|unit|units|uom)$/,
  origin: /^(기원|기인|발생기원|출처|来源|来源地|origin|source|dnf src nm)$/,
  number: /^(접수번호|tideline number)$/,
};
const idNames =
  /^(id|uuid|globalid|guid|objectid|번호|연번|일련번호|순번|관리번호|접수번호|식별자|编号|序号|事件编号|记录编号|流水号|no|number|record id|event id|incident id|loc date|sample id|survey id|key|ref|reference)$/;

/** One spelling for all: `lat_y1`, `Lat Y1` and `LAT-Y1` are the same word; units in brackets stay. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[_\-.:/]+/g, ' ')
    .replace(
      /\s*[([](?:wgs ?84|°|도|度|deg|degrees|dd|dms|n|e|北|东|북|동|yyyy.*|년.*|年.*|decimal)[)\]]/g,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const isNamed = (field: SheetField, name: string) =>
  names[field].test(plainName(name)) || names[field].test(plainName(name).replaceAll(' ', ''));

/** Which of the first rows carries the names: titles and dates often stand above them. */
export function findHeadRow(rows: readonly (readonly string[])[]): number {
  const known = rows.map(
    (cells) => cells.filter((cell) => sheetFields.some((field) => isNamed(field, cell))).length,
  );
  const most = Math.max(0, ...known);
  return most >= 2
    ? known.indexOf(most)
    : rows.findIndex((cells) => cells.filter((cell) => cell.trim()).length > 1) === -1
      ? 0
      : rows.findIndex((cells) => cells.filter((cell) => cell.trim()).length > 1);
}

/** The mapping of ours that was made for exactly this sheet, if there is one. */
export function knownMappingOf(columns: readonly string[]): SheetMapping | undefined {
  const known: SheetMapping[] = Object.values(knownMappings);
  const found = known.find((mapping) => fits(mapping, columns));
  return found && withItemColumns(found, columns);
}

/** A mapping for sheets with a column per code of the EU list knows all of them that a sheet has. */
export function withItemColumns(mapping: SheetMapping, columns: readonly string[]): SheetMapping {
  if (mapping.columns.item !== undefined || Object.keys(mapping.items).length > 0) return mapping;
  const codes = columns.filter((column) => /^G\d+$/.test(column));
  return { ...mapping, items: Object.fromEntries(codes.map((code) => [code, readItem(code) ?? 'other'])) };
}

/**
 * What the columns of a sheet probably mean: by their names in three languages, then by what stands in them. A sheet
 * that was exported here is known by the stable names in its heads.
 */
export function suggestMapping(sheet: Sheet, language: Language, name: string): SheetMapping {
  const exported = exportMapping(sheet.columns, language);
  if (exported) return exported;
  const known = knownMappingOf(sheet.columns);
  if (known) return known;
  const columns: Partial<Record<SheetField, string>> = {};
  const taken = new Set<string>();
  const take = (field: SheetField, column: string | undefined) => {
    if (column === undefined || columns[field] !== undefined || taken.has(column)) return;
    columns[field] = column;
    taken.add(column);
  };
  for (const field of sheetFields) {
    const found = sheet.columns.filter((column) => isNamed(field, column) && !taken.has(column));
    const filled = found.find((column) => cellsOf(sheet, column).length > 0);
    take(field, filled ?? found[0]);
  }
  // Of two pairs the one by its whole name is better than x and y of a projection.
  guessByContent(sheet, take, columns);
  const items: Record<string, WasteItem> = {};
  for (const column of sheet.columns) {
    const item = taken.has(column) ? null : readItem(column);
    if (item !== null && columns.item === undefined && isCounted(sheet, column)) items[column] = item;
  }
  const key = sheet.columns.filter((column) => idNames.test(plainName(column))).slice(0, 1);
  return {
    source: sourceOf(name),
    language,
    columns,
    key,
    items,
    itemCodes: {},
    kind: 'beached_mass',
    compartment: 'shoreline',
    unit: 'items',
    mend: false,
    region: 'yellow_sea',
  };
}

/** A name for a sheet that nobody gave one: its file's, in plain letters. */
function sourceOf(name: string): string {
  const plain = name
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56);
  if (plain.length >= 2) return plain;
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `sheet-${hash.toString(36)}`;
}

function cellsOf(sheet: Sheet, column: string): string[] {
  const index = sheet.columns.indexOf(column);
  return sheet.rows
    .slice(0, 200)
    .map(({ cells }) => cells[index]?.trim() ?? '')
    .filter(Boolean);
}

function isCounted(sheet: Sheet, column: string): boolean {
  const cells = cellsOf(sheet, column);
  return cells.every((cell) => /^\d+([.,]\d+)?$/.test(cell));
}

type Take = (field: SheetField, column: string | undefined) => void;

/** Where no name helped: a column of pairs is coordinates, a column of dates the date. */
function guessByContent(sheet: Sheet, take: Take, columns: Partial<Record<SheetField, string>>): void {
  const mostly = (column: string, is: (cell: string) => boolean) => {
    const cells = cellsOf(sheet, column);
    return cells.length > 0 && cells.filter(is).length > cells.length * 0.7;
  };
  if (columns.coordinates === undefined && (columns.lat === undefined || columns.lon === undefined)) {
    take(
      'coordinates',
      sheet.columns.find((one) => mostly(one, (cell) => cell.length > 7 && readCoordinates(cell) !== null)),
    );
  }
  if (columns.coordinates === undefined && columns.lat === undefined && columns.lon === undefined) {
    const between = (low: number, high: number) => (cell: string) => {
      const degrees = readAngle(cell);
      return degrees !== null && degrees >= low && degrees <= high && /[.,°'도度]/.test(cell);
    };
    take(
      'lat',
      sheet.columns.find((one) => mostly(one, between(22, 42))),
    );
    take(
      'lon',
      sheet.columns.find((one) => mostly(one, between(115, 133))),
    );
  }
  if (columns.date === undefined) {
    take(
      'date',
      sheet.columns.find((one) =>
        mostly(one, (cell) => cell.length > 5 && readDate(cell).ok && !/^\d{5}/.test(cell)),
      ),
    );
  }
}

/** Heads of an export end in the stable name: `Latitude [lat]`; GeoJSON has the names alone. */
function exportMapping(heads: readonly string[], language: Language): SheetMapping | undefined {
  const columnOf = (name: (typeof exportColumns)[number]) =>
    heads.find((head) => head.endsWith(`[${name}]`)) ?? heads.find((head) => head === name);
  const present = exportColumns.filter((name) => columnOf(name) !== undefined);
  if (
    !['number', 'title', 'seen_at', 'reporter_government'].every((name) =>
      present.some((one) => one === name),
    )
  ) {
    return undefined;
  }
  const pairs = [
    ['number', columnOf('number')],
    ['title', columnOf('title')],
    ['text', columnOf('text')],
    ['kind', columnOf('kind')],
    ['compartment', columnOf('compartment')],
    ['hazard', columnOf('hazard')],
    ['lat', columnOf('lat') ?? 'latitude'],
    ['lon', columnOf('lon') ?? 'longitude'],
    ['place_name', columnOf('place_name')],
    ['shore_length_m', columnOf('shore_length_m')],
    ['date', columnOf('seen_at')],
    ['amount', columnOf('amounts')],
  ] as const satisfies readonly (readonly [SheetField, string | undefined])[];
  const columns: Partial<Record<SheetField, string>> = {};
  for (const [field, head] of pairs) if (head !== undefined) columns[field] = head;
  return {
    source: 'tideline-export',
    language,
    columns,
    key: [columnOf('number') ?? ''],
    items: {},
    itemCodes: {},
    kind: 'beached_mass',
    compartment: 'shoreline',
    unit: 'items',
    mend: false,
    region: 'any',
  };
}
