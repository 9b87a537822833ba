import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const engine = z.enum(['libretranslate', 'deepl', 'papago', 'azure', 'google']);
const place = z.enum(['own', 'KR', 'CN', 'elsewhere']);
const pair = /^(ko|zh|en)-(ko|zh|en)$/;
const engineUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const characters = z.coerce.number().int().min(0).optional();

/** "ko-zh:papago *:libretranslate": the first that fits is asked. */
const engines = z
  .string()
  .default('')
  .transform((value, context) =>
    listed(value).flatMap((entry) => {
      const [of = '', name] = entry.split(':');
      const parsed = engine.safeParse(name);
      const [, from, to] = of === '*' ? ['', '*', '*'] : (pair.exec(of) ?? []);
      if (parsed.success && from && to && (from !== to || from === '*'))
        return [{ from, to, engine: parsed.data }];
      context.addIssue(`"${entry}" is no pair with an engine like ko-zh:papago`);
      return [];
    }),
  );

/** "papago:KR deepl:elsewhere": where the computers of an engine stand. */
const places = z
  .string()
  .default('')
  .transform((value, context) => {
    const known = new Map<string, z.output<typeof place>>();
    for (const entry of listed(value)) {
      const [name, at] = entry.split(':');
      const parsed = z.tuple([engine, place]).safeParse([name, at]);
      if (parsed.success) known.set(...parsed.data);
      else context.addIssue(`"${entry}" is no engine with a place like papago:KR`);
    }
    return Object.fromEntries(known);
  });

/** "deepl:ko-zh:ID": glossaries that an engine keeps. */
const glossaries = z
  .string()
  .default('')
  .transform((value, context) => {
    const known: Record<string, Record<string, string>> = {};
    for (const entry of listed(value)) {
      const [name = '', of = '', ...id] = entry.split(':');
      if (engine.safeParse(name).success && pair.test(of) && id.length > 0)
        known[name] = { ...known[name], [of]: id.join(':') };
      else context.addIssue(`"${entry}" is no glossary like deepl:ko-zh:ID`);
    }
    return known;
  });

function listed(value: string): string[] {
  return value.split(/[\s,]+/).filter((entry) => entry !== '');
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Address that people type; needed behind a proxy. Its scheme decides about secure cookies. */
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((value) => new URL(value).origin)
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  MAPBOX_ACCESS_TOKEN: z.string().startsWith('pk.').optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  TRUST_PROXY: flag.default(false),
  DEMO: flag.default(false),
  /** `smtp://user:password@host:587` or `smtps://…`; without it mails become files in DATA_DIR/outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mails come from: `Tideline <tideline@example.org>`. */
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/,
      'it is no address like Tideline <tideline@example.org>',
    )
    .optional(),
  TRANSLATION_ENGINES: engines,
  TRANSLATION_PLACES: places,
  TRANSLATION_GLOSSARIES: glossaries,
  TRANSLATION_TIMEOUT_MS: z.coerce.number().int().min(100).default(20_000),
  TRANSLATION_MONTHLY_CHARACTERS: characters,
  TRANSLATION_GOVERNMENT_CHARACTERS: characters,
  LIBRETRANSLATE_URL: engineUrl.optional(),
  LIBRETRANSLATE_API_KEY: z.string().optional(),
  DEEPL_URL: engineUrl.optional(),
  DEEPL_API_KEY: z.string().optional(),
  PAPAGO_URL: engineUrl.default('https://papago.apigw.ntruss.com/nmt/v1'),
  PAPAGO_KEY_ID: z.string().optional(),
  PAPAGO_KEY: z.string().optional(),
  AZURE_TRANSLATOR_URL: engineUrl.default('https://api.cognitive.microsofttranslator.com'),
  AZURE_TRANSLATOR_KEY: z.string().optional(),
  AZURE_TRANSLATOR_REGION: z.string().optional(),
  GOOGLE_TRANSLATE_URL: engineUrl.default('https://translation.googleapis.com'),
  GOOGLE_TRANSLATE_PROJECT: z.string().optional(),
  GOOGLE_TRANSLATE_LOCATION: z.string().default('global'),
  GOOGLE_TRANSLATE_TOKEN: z.string().optional(),
  /** Of a service account: its tokens are fetched and renewed by themselves. */
  GOOGLE_TRANSLATE_KEY_FILE: z.string().optional(),
});

export type Env = z.output<typeof schema>;

/**
 * Reads the configuration once. `--demo` on the command line is the portable way to say DEMO=1.
 * @throws an Error with one sentence per wrong variable, naming it
 */
export function readEnv(source: Record<string, string | undefined>, argv: readonly string[] = []): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const demo = argv.includes('--demo') || given.DEMO === '1' || given.DEMO === 'true';
  const result = schema.safeParse({
    ...given,
    ...(demo ? { DEMO: '1', DATA_DIR: given.DATA_DIR ?? path.join('data', 'demo') } : {}),
  });
  const sentences = result.success
    ? missingForMail(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.')} is wrong: ${issue.message}.`);
  if (result.success && sentences.length === 0) return result.data;
  throw new Error(`Tideline cannot start. ${sentences.join(' ')} See "Configuration" in README.md.`);
}

/** A mail that leaves the house leads back to it and says who it comes from. */
function missingForMail({ SMTP_URL, ORIGIN, MAIL_FROM }: Env): string[] {
  if (SMTP_URL === undefined) return [];
  return [
    ...(ORIGIN === undefined ? ['SMTP_URL needs ORIGIN, for the links in mails.'] : []),
    ...(MAIL_FROM === undefined ? ['SMTP_URL needs MAIL_FROM.'] : []),
  ];
}

let env: Env | undefined;

/** The configuration of this process. */
export function getEnv(): Env {
  env ??= readEnv(process.env, process.argv);
  return env;
}
