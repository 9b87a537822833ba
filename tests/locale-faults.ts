import ts from 'typescript';

type Words = { [key: string]: string | Words };
/** Language -> namespace -> words. */
export type Locales = Record<string, Record<string, Words>>;
type Source = { file: string; text: string };

/** CLDR plural forms; of our languages only English has `one`. */
const forms = { ko: ['other'], zh: ['other'], en: ['one', 'other'] } as const;
const languages = ['ko', 'zh', 'en'] as const;
type Language = (typeof languages)[number];

/** Names, units and formats that are written the same in every language. */
const everywhere =
  /\b(Tideline|WGS ?84|GPS|DMS|JPEG|PNG|WebP|HEIC|EXIF|CSV|PDF|URL|QR|ID|KST|CST|UTC|MapLibre|Mapbox|OpenStreetMap|Natural Earth|ETOPO5?|GSHHG|DCW|NOAA|GeoNames|Markdown|Ctrl|Cmd|Enter|Esc|Shift|Tab|km²?|kg|cm|mm|m[²³]?|t|MB|KB|[NSEW])\b/g;

/** Everything that is wrong with the words of the three languages, one sentence each. */
export function localeFaults(locales: Locales): string[] {
  const all = new Set(languages.flatMap((language) => Object.keys(locales[language] ?? {})));
  return [...all].sort().flatMap((namespace) => namespaceFaults(namespace, locales));
}

function namespaceFaults(namespace: string, locales: Locales): string[] {
  const missing = languages.filter((language) => !locales[language]?.[namespace]);
  if (missing.length > 0)
    return missing.map((language) => `locales/${language}/${namespace}.json is missing`);

  const flat = new Map(
    languages.map((language) => [language, flatten(locales[language]?.[namespace] ?? {})]),
  );
  const plurals = pluralsOf(languages.flatMap((language) => [...(flat.get(language)?.keys() ?? [])]));
  const grouped = new Map(
    languages.map((language) => [language, groupForms(flat.get(language) ?? new Map(), plurals)]),
  );
  const keys = new Set(languages.flatMap((language) => [...(grouped.get(language)?.keys() ?? [])]));
  const faults: string[] = [];

  for (const key of [...keys].sort()) {
    const found = (language: Language) => grouped.get(language)?.get(key);
    const plural = languages.some((language) =>
      [...(found(language)?.keys() ?? [])].some((form) => form !== ''),
    );
    const given = givenLanguage(
      key,
      languages.map((language) => found(language)?.get('')),
    );
    const variables = new Map<Language, string>();
    for (const language of languages) {
      const values = found(language);
      const name = `${language}/${namespace}:${key}`;
      if (!values) {
        faults.push(`${name} is missing`);
        continue;
      }
      const wanted = plural ? forms[language].join(' ') : '';
      const plurals = [...values.keys()].sort().join(' ');
      if (plurals !== wanted) {
        const say = (list: string) => (list === '' ? 'none' : list.replaceAll(' ', ', '));
        faults.push(`${name} has the plural forms ${say(plurals)}, wanted: ${say(wanted)}`);
      }
      for (const value of values.values()) faults.push(...valueFaults(name, given ?? language, value));
      variables.set(language, [...new Set([...values.values()].flatMap(variablesOf))].sort().join(' '));
    }
    if (new Set(variables.values()).size > 1) {
      const each = [...variables].map(([language, names]) => `${language} ${names || 'none'}`).join('; ');
      faults.push(`${namespace}:${key} has different variables: ${each}`);
    }
    const english = found('en')?.get(plural ? 'other' : '');
    for (const language of ['ko', 'zh'] as const) {
      const value = found(language)?.get(plural ? 'other' : '');
      if (value !== undefined && value === english && hasLatin(value) && !given) {
        faults.push(`${language}/${namespace}:${key} is still English: ${value}`);
      }
    }
  }
  return faults;
}

/** `default_ko` is Korean in every file when all three say the same: the proposal for a field that takes Korean. */
function givenLanguage(key: string, said: readonly (string | undefined)[]): Language | undefined {
  return new Set(said).size === 1 ? languages.find((language) => key.endsWith(`_${language}`)) : undefined;
}

function valueFaults(name: string, language: Language, value: string): string[] {
  if (value.trim() === '') return [`${name} is empty`];
  const faults: string[] = [];
  if (value !== value.trim()) faults.push(`${name} begins or ends with a space`);
  if (language === 'ko' && hasLatin(value) && !/\p{Script=Hangul}/u.test(value))
    faults.push(`${name} has no Korean: ${value}`);
  if (language === 'zh' && hasLatin(value) && !/\p{Script=Han}/u.test(value))
    faults.push(`${name} has no Chinese: ${value}`);
  if (language === 'zh' && /\p{Script=Hangul}/u.test(value))
    faults.push(`${name} has Korean letters: ${value}`);
  if (language === 'en' && /[\p{Script=Hangul}\p{Script=Han}]/u.test(value))
    faults.push(`${name} is not English: ${value}`);
  return faults;
}

function hasLatin(value: string): boolean {
  const rest = value
    .replace(/\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\)|https?:\S+|\S+@\S+/g, ' ')
    .replace(everywhere, ' ');
  return /\p{Script=Latin}{2,}/u.test(rest);
}

/** `{{name}}` and the tags of <Trans>. */
function variablesOf(value: string): string[] {
  return [
    ...[...value.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)].map(([, name = '']) => `{{${name}}}`),
    ...[...value.matchAll(/<(\w+)[^>]*>/g)].map(([, name = '']) => `<${name}>`),
  ];
}

function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function pluralsOf(keys: readonly string[]): Set<string> {
  return new Set(keys.filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length)));
}

/** Key without its plural form -> form -> value; form '' where there is none. `too_few` is no plural: there is no `too_other`. */
function groupForms(
  flat: Map<string, string>,
  plurals: ReadonlySet<string>,
): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  for (const [key, value] of flat) {
    const [, stem = key, ending = ''] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
    const [base, form] = plurals.has(stem) ? [stem, ending] : [key, ''];
    const group = groups.get(base) ?? new Map<string, string>();
    groups.set(base, group.set(form, value));
  }
  return groups;
}

/** Keys that the code asks for and nobody wrote, and keys that nobody asks for. */
export function keyFaults(locales: Locales, sources: readonly Source[]): string[] {
  const known = new Map<string, Set<string>>();
  for (const [namespace, words] of Object.entries(locales.en ?? {})) {
    const flat = flatten(words);
    known.set(namespace, new Set(groupForms(flat, pluralsOf([...flat.keys()])).keys()));
  }
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const faults: string[] = [];

  for (const { file, text } of sources) {
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const asked: { key: string; line: number }[] = [];
    const namespaces = new Set(['common']);
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) {
        literals.add(node.text);
        if (known.has(node.text)) namespaces.add(node.text);
      } else if (ts.isTemplateExpression(node)) {
        const pattern = patternOf(node);
        if (pattern) patterns.push(pattern);
      } else if (
        ts.isPropertyAssignment(node) ||
        ts.isShorthandPropertyAssignment(node) ||
        ts.isPropertySignature(node)
      ) {
        // Tables such as refusalStatus have keys that are words.
        literals.add(node.name.getText(tree).replace(/^['"]|['"]$/g, ''));
      }
      const key = keyOfCall(node);
      if (key !== undefined)
        asked.push({ key, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
      ts.forEachChild(node, visit);
    };
    visit(tree);

    for (const { key, line } of asked) {
      const [namespace, name] = key.includes(':')
        ? [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
        : [undefined, key];
      const among = namespace === undefined ? [...namespaces] : [namespace];
      if (!among.some((one) => known.get(one)?.has(name)))
        faults.push(`${file}:${line}: nobody wrote the key ${key}`);
    }
  }

  for (const [namespace, keys] of known) {
    for (const key of keys) {
      const names = [key, `${namespace}:${key}`];
      const used = names.some((name) => literals.has(name) || patterns.some((pattern) => pattern.test(name)));
      if (!used) faults.push(`${namespace}:${key} is used nowhere`);
    }
  }
  return faults;
}

/** The literal key of `t('key')`, `i18n.t('key')` or `<Trans i18nKey="key">`. */
function keyOfCall(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const called = node.expression;
    const name = ts.isPropertyAccessExpression(called)
      ? called.name.text
      : ts.isIdentifier(called)
        ? called.text
        : '';
    const [first] = node.arguments;
    if (name === 't' && first && ts.isStringLiteralLike(first)) return first.text;
  }
  if (
    ts.isJsxAttribute(node) &&
    node.name.getText() === 'i18nKey' &&
    node.initializer &&
    ts.isStringLiteral(node.initializer)
  ) {
    return node.initializer.text;
  }
  return undefined;
}

/** `kind.${kind}` asks for every key below `kind.`; a template without a fixed part of a key asks for none. */
function patternOf(template: ts.TemplateExpression): RegExp | undefined {
  const parts = [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  if (!parts.some((part) => /\w{2}[.:]|[.:]\w{2}/.test(part)) || parts.some((part) => /[^\w.:-]/.test(part)))
    return undefined;
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+(?:\\.[\\w-]+)*')}$`);
}
