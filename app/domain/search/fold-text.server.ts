import { Converter } from 'opencc-js/t2cn';

/** A text as the index knows it, and where each of its UTF-16 units stands in the text that one reads. */
export type FoldedText = { folded: string; at: readonly number[] };

const han = /\p{Script=Han}/u;
const latin = /\p{Script=Latin}/u;
const marks = /\p{M}/gu;

/** Words of Taiwan and Hong Kong that the mainland writes with other characters, as many of them. */
const regional = [
  ['塑胶', '塑料'],
  ['渔笼', '地笼'],
  ['浮筒', '浮球'],
] as const;

/** Traditional characters by their simplified one; filled at the first question. */
let simplified: Map<string, string> | undefined;

/**
 * Folds for the index only: full width to half width, capitals to small letters, traditional to simplified characters,
 * accents away. Character by character, so that a found word can be marked in the text as written.
 * @param text in NFC
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
    index += character.length;
  }
  for (const [there, here] of regional) folded = folded.replaceAll(there, here);
  return { folded, at };
}

/** The folded words alone. */
export function fold(text: string): string {
  return foldText(text.normalize('NFC')).folded;
}

function foldCharacter(character: string): string {
  if (/^[\n -~]$/.test(character)) return character.toLowerCase();
  let plain = character.normalize('NFKC').toLowerCase();
  if (latin.test(plain)) plain = plain.normalize('NFKD').replace(marks, '');
  return han.test(plain) ? toSimplified(plain) : plain;
}

function toSimplified(text: string): string {
  simplified ??= readSimplified();
  let plain = '';
  for (const character of text) plain += simplified.get(character) ?? character;
  return plain;
}

/** OpenCC's own table, asked one character at a time: its phrases would move the characters that follow. */
function readSimplified(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const found = new Map<string, string>();
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const plain = convert(character);
    if (plain !== character && plain.length === 1) found.set(character, plain);
  }
  return found;
}
