import type { SheetEncoding } from './sheet.ts';

/** Syllables and characters that every second sheet has: telling is easier by what is frequent than by what is valid. */
const frequentHangul = new Set(
  '이다는에의을를가해안수량위도경일지하고서로기시자인사리쓰레장소명조날짜시간관할구분종류개비고어구폐그물로프부표스티폼플라병북남동서면읍군항만산천대한전제정보발생건번호상태치유무총계연월내용현장확인거처방양식성주요물품목',
);
const frequentHanzi = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严纬经滩垃圾渔网塑料泡沫浮球岸',
);

/**
 * The text of a file and the encoding it is in. A byte order mark decides; then zero bytes (UTF-16), then whether it is
 * UTF-8 as a whole; what is left is EUC-KR (CP949), GB18030 or Windows-1252, by the letters that come out. A character
 * cut off at the end of the file is left out.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: SheetEncoding } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes, { stream: true }), encoding };
}

function encodingOf(bytes: Uint8Array): SheetEncoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const head = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 20;
  if (odd > many && odd > even * 4) return 'utf-16le';
  if (even > many && even > odd * 4) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return legacyEncodingOf(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Only the lines that have other letters than ASCII say anything; some hundred kilobytes of them are plenty. */
function legacyEncodingOf(bytes: Uint8Array): SheetEncoding {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - 1), first + 262_144);
  const share = (encoding: SheetEncoding, likely: (letter: string) => boolean) => {
    const letters = Array.from(new TextDecoder(encoding).decode(sample, { stream: true })).filter(
      (letter) => letter > '\u007F',
    );
    const broken = letters.filter((letter) => letter === '\uFFFD').length;
    return (letters.filter(likely).length - 3 * broken) / Math.max(1, letters.length);
  };
  const scores = [
    ['euc-kr', share('euc-kr', (letter) => frequentHangul.has(letter))],
    ['gb18030', share('gb18030', (letter) => frequentHanzi.has(letter))],
    ['windows-1252', share('windows-1252', (letter) => /[À-ÖØ-öø-ÿ]/.test(letter)) * loneness(sample)],
  ] as const;
  return scores.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** How many of the bytes above ASCII stand alone: in western words nearly all, in double-byte ones nearly none. */
function loneness(bytes: Uint8Array): number {
  let [alone, all] = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    all += 1;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) alone += 1;
  }
  return alone / Math.max(1, all);
}
