import { Compartment, Hazard, IncidentKind } from '#prisma/generated/enums.ts';
import { isWasteItem, type WasteItem, wasteItemKeys, wasteItems } from '../waste-items.ts';

/** Words of sheets for the items of our list, the narrow before the wide. */
const itemWords: readonly (readonly [WasteItem, RegExp])[] = [
  ['foam_buoy', /스티로폼\s*부[표이자]|泡沫浮[球子标]|(styro)?foam (buoy|float)/i],
  ['foam_box', /스티로폼\s*(상자|박스)|泡沫箱|foam (fish )?box/i],
  ['foam_fragment', /스티로폼|발포|泡沫|foam|eps\b|polystyrene/i],
  ['plastic_buoy', /부표|부이|부자|浮球|浮标|浮子|\b(buoy|float)s?\b/i],
  ['trap', /통발|어구통|蟹笼|地笼|虾笼|\b(pot|trap)s?\b/i],
  ['fishing_line', /낚시|낚싯|钓鱼|钓具|fishing line|tackle|lures?|fish ?hook/i],
  ['fishing_net', /그물|어망|폐어구|자망|渔网|网具|废网|\bnets?\b/i],
  ['strapping_band', /밴드|打包带|strapping/i],
  ['rope', /로프|밧줄|노끈|끈|绳|缆|\b(rope|cord|string)s?\b/i],
  ['aquaculture_gear', /양식|养殖|aquaculture|mussel|oyster/i],
  ['fish_crate', /어상자|鱼箱|crates?/i],
  ['bottle_cap', /뚜껑|瓶盖|\b(cap|lid)s?\b/i],
  ['glass', /유리|玻璃|glass/i],
  ['oil_container', /윤활유|기름통|机油桶|engine.?oil/i],
  ['detergent_bottle', /세제|清洁剂|洗涤|detergent|cleaner/i],
  ['pet_bottle', /페트|음료수?병|플라스틱\s*병|塑料瓶|饮料瓶|(drink|plastic|pet) ?bottles?/i],
  ['food_packaging', /포장|식품|컵|빨대|包装|餐盒|吸管|food|packag|wrapper|straw|cutlery|cups?\b/i],
  ['plastic_bag', /비닐봉|비닐\s*봉투|봉지|塑料袋|购物袋|\bbags?\b/i],
  ['sheeting', /비닐|방수포|시트|塑料布|防水布|地膜|sheeting|tarp/i],
  ['pellet', /펠릿|펠렛|颗粒|pellet|nurdle/i],
  ['cigarette', /담배|라이터|烟头|打火机|cigarette|lighter/i],
  ['hygiene', /위생|기저귀|물티슈|卫生用品|尿布|sanitary|diaper|cotton bud/i],
  ['medical', /의료|주사기|마스크|医疗|注射器|口罩|medical|syringe|masks?\b/i],
  ['tyre', /타이어|고무|轮胎|橡胶|tyre|tire|rubber/i],
  ['clothing', /의류|신발|옷|섬유|장갑|衣|鞋|织物|手套|cloth|shoe|textile|gloves?\b/i],
  ['paper', /종이|판지|박스|纸|paper|cardboard/i],
  ['driftwood', /초목|유목|갈대|나뭇가지|漂流木|草木|芦苇|driftwood|vegetation/i],
  ['timber', /목재|나무|팔레트|파렛트|木材|木|托盘|timber|wood|pallet/i],
  ['drum', /드럼|铁桶|油桶|drum|barrel/i],
  ['can', /캔|罐|\bcans?\b|\btins?\b/i],
  ['scrap_metal', /고철|금속|철|金属|废铁|metal|scrap/i],
  ['ceramics', /도자기|건설|콘크리트|陶瓷|建筑|ceramic|construction|brick/i],
  ['appliance', /가전|가구|家电|家具|appliance|furniture|electronic/i],
  ['vessel_part', /선체|폐선|船体|船只|vessel|boat/i],
  ['oil_tar', /기름|타르|유류|油污|焦油|\btar\b|paraffin/i],
  ['algae_mixed', /해조|파래|모자반|괭생이|浒苔|马尾藻|海藻|alga|seaweed/i],
  ['animal_carcass', /사체|尸体|carcass/i],
  ['plastic_fragment', /플라스틱|塑料|plastic/i],
  ['unsorted', /혼합|미분류|混合|未分类|mixed|unsorted/i],
  ['other', /^(기타|其他|其它|others?)$/i],
];

const itemOfCode = new Map<string, WasteItem>(
  wasteItemKeys.flatMap((item) => wasteItems[item].msfd.map((code) => [code, item] as const)),
);

/** The item of our list that a cell or a head means: its key, a G code of the EU list, a word; null where it is none. */
export function readItem(text: string): WasteItem | null {
  const plain = text.normalize('NFKC').trim();
  if (isWasteItem(plain)) return plain;
  const code = /^G0*(\d{1,4})(?:\D|$)/i.exec(plain)?.[1];
  if (code !== undefined) return itemOfCode.get(`G${code}`) ?? 'other';
  return itemWords.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const kindWords: readonly (readonly [IncidentKind, RegExp])[] = [
  ['abandoned_vessel', /방치\s*선|폐선|废弃船|弃船|abandoned|derelict (vessel|boat)/i],
  ['aquaculture_floats', /부표|양식|浮球|浮标|养殖|float|buoy|aquaculture/i],
  ['derelict_gear', /폐?어구|그물|어망|통발|渔具|渔网|ghost|gear|\bnets?\b/i],
  ['algal_mix', /해조|파래|모자반|괭생이|浒苔|马尾藻|藻|alga|sargassum|seaweed/i],
  ['oil_tar', /기름|타르|유류|油污|溢油|焦油|\boil|\btar/i],
  ['medical_waste', /의료|医疗|medical/i],
  ['hazardous_container', /유해|위험물|화학|용기|危险|有害|化学|hazardous|hns|chemical|drum/i],
  ['illegal_dumping', /투기|倾倒|dumping/i],
  ['entanglement', /얽힘|야생|缠绕|entangle|wildlife/i],
  ['navigation_hazard', /항행|항로|航行|航道|navigation/i],
  ['sunken_waste', /침적|해저|海底|沉底|沉积|sunken|seafloor|seabed/i],
  ['flood_debris', /하천|홍수|재해|초목|河流|洪|flood|river/i],
  ['floating_raft', /부유|漂浮|海漂|float|drift/i],
  ['beached_mass', /해안|해변|집적|岸滩|海滩|堆积|beach|shore|coastal/i],
];
const compartmentWords: readonly (readonly [Compartment, RegExp])[] = [
  ['river_mouth', /하구|河口|estuar|river/i],
  ['seafloor', /침적|해저|海底|seafloor|seabed|benthic|bottom/i],
  ['floating', /부유|해상|수면|漂浮|海面|水面|float|surface|neuston|water column/i],
  ['shoreline', /해안|해변|연안|갯벌|岸|滩|beach|shore|coast/i],
];
const hazardWords: readonly (readonly [Hazard, RegExp])[] = [
  ['urgent', /긴급|紧急|urgent|critical/i],
  ['high', /높음|상$|高|严重|high|severe/i],
  ['low', /낮음|하$|低|较低|low|minor|中|보통|medium/i],
  ['none', /없음|无|none|no$/i],
];

/** Our own key, or a word of a sheet; null where it is none of ours. */
export function readKind(text: string): IncidentKind | null {
  return wordOf(Object.values(IncidentKind), kindWords, text);
}

export function readCompartment(text: string): Compartment | null {
  return wordOf(Object.values(Compartment), compartmentWords, text);
}

export function readHazard(text: string): Hazard | null {
  return wordOf(Object.values(Hazard), hazardWords, text);
}

function wordOf<Value extends string>(
  values: readonly Value[],
  words: readonly (readonly [Value, RegExp])[],
  text: string,
): Value | null {
  const plain = text.normalize('NFKC').trim();
  return (
    values.find((value) => value === plain) ?? words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
  );
}
