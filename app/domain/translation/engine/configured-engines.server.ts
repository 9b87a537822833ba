import { type Env, getEnv } from '#app/env.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import { azure, deepL, google, libreTranslate, papago } from './engines.server.ts';
import { fixedToken, readServiceAccount, tokensOf } from './google-token.server.ts';
import { type EngineName, engineNames, type TranslationProvider } from './provider.ts';

/** Which engine translates from one language into another; null: none, and people do. */
export type Engines = {
  /** People translate, and nobody else. */
  isNone?: true;
  for: (source: Language, target: Language) => TranslationProvider | null;
  /** Characters a month, of all governments together and of each; none: no limit. */
  cap: { all: number | undefined; government: number | undefined };
};

/** No engine: the product is complete without. */
const noEngines: Engines = { isNone: true, for: () => null, cap: { all: undefined, government: undefined } };

/**
 * The engines that the configuration names, by pair.
 * @throws an Error with one sentence when a pair names an engine that is not configured
 */
export function enginesOf(env: Env): Engines {
  const { TRANSLATION_ENGINES: pairs, TRANSLATION_TIMEOUT_MS: timeoutMs } = env;
  if (pairs.length === 0) return noEngines;
  const common = (name: EngineName) => ({
    timeoutMs,
    glossaries: env.TRANSLATION_GLOSSARIES[name] ?? {},
    place: env.TRANSLATION_PLACES[name] ?? placeOf(name, env),
  });
  const made = {
    libretranslate:
      env.LIBRETRANSLATE_URL &&
      (() =>
        libreTranslate({
          ...common('libretranslate'),
          url: env.LIBRETRANSLATE_URL ?? '',
          apiKey: env.LIBRETRANSLATE_API_KEY,
        })),
    deepl:
      env.DEEPL_API_KEY &&
      (() =>
        deepL({
          ...common('deepl'),
          url: env.DEEPL_URL ?? deepLUrl(env.DEEPL_API_KEY ?? ''),
          apiKey: env.DEEPL_API_KEY ?? '',
        })),
    papago:
      env.PAPAGO_KEY_ID &&
      env.PAPAGO_KEY &&
      (() =>
        papago({
          ...common('papago'),
          url: env.PAPAGO_URL,
          keyId: env.PAPAGO_KEY_ID ?? '',
          key: env.PAPAGO_KEY ?? '',
        })),
    azure:
      env.AZURE_TRANSLATOR_KEY &&
      (() =>
        azure({
          ...common('azure'),
          url: env.AZURE_TRANSLATOR_URL,
          key: env.AZURE_TRANSLATOR_KEY ?? '',
          region: env.AZURE_TRANSLATOR_REGION,
        })),
    google:
      (env.GOOGLE_TRANSLATE_KEY_FILE ?? (env.GOOGLE_TRANSLATE_PROJECT && env.GOOGLE_TRANSLATE_TOKEN)) &&
      (() => {
        const { GOOGLE_TRANSLATE_KEY_FILE: file, GOOGLE_TRANSLATE_TOKEN: token = '' } = env;
        const account = file === undefined ? undefined : readServiceAccount(file);
        return google({
          ...common('google'),
          url: env.GOOGLE_TRANSLATE_URL,
          project: env.GOOGLE_TRANSLATE_PROJECT ?? account?.project_id ?? '',
          location: env.GOOGLE_TRANSLATE_LOCATION,
          token: account ? tokensOf(account, timeoutMs) : fixedToken(token),
        });
      }),
  } satisfies Record<EngineName, (() => TranslationProvider) | string | undefined>;
  const providers = new Map<EngineName, TranslationProvider>();
  for (const name of engineNames) {
    if (!pairs.some(({ engine }) => engine === name)) continue;
    const make = made[name];
    if (typeof make !== 'function') {
      throw new Error(
        `Tideline cannot start. TRANSLATION_ENGINES names ${name}, which has no address or key. See "Configuration" in README.md.`,
      );
    }
    providers.set(name, make());
  }
  return {
    for: (source, target) => {
      const found = pairs.find((pair) => pair.from === '*' || (pair.from === source && pair.to === target));
      return (found && providers.get(found.engine)) ?? null;
    },
    cap: { all: env.TRANSLATION_MONTHLY_CHARACTERS, government: env.TRANSLATION_GOVERNMENT_CHARACTERS },
  };
}

/** A key of the free plan says so, and has a host of its own. */
function deepLUrl(apiKey: string): string {
  return apiKey.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com';
}

function placeOf(name: EngineName, env: Env) {
  if (name === 'libretranslate') return 'own';
  if (name === 'papago') return 'KR';
  return name === 'azure' && /\.azure\.cn(\/|:|$)/.test(env.AZURE_TRANSLATOR_URL) ? 'CN' : 'elsewhere';
}

let configured: Engines | undefined;

/** The engines of this process. */
export function configuredEngines(): Engines {
  configured ??= enginesOf(getEnv());
  return configured;
}
