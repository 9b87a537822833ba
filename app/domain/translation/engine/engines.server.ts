import { z } from 'zod';
import type { Language } from '#prisma/generated/enums.ts';
import { ask } from './ask.server.ts';
import type { GiveToken } from './google-token.server.ts';
import type { EngineAnswer, EnginePlace, EngineRequest, TranslationProvider } from './provider.ts';

/** Ids of the glossaries that an engine keeps, by pair ("ko-zh"). */
export type KeptGlossaries = Readonly<Record<string, string>>;

type Common = { place: EnginePlace; glossaries: KeptGlossaries; timeoutMs: number };

const pair = (source: Language, target: Language) => `${source}-${target}`;
const keptFor = ({ glossaries }: Common, { source, target, withGlossary }: EngineRequest) =>
  withGlossary ? glossaries[pair(source, target)] : undefined;
const keeps = (common: Common) => (source: Language, target: Language) =>
  common.glossaries[pair(source, target)] !== undefined;

function answered(text: string | undefined, version: string | null = null): EngineAnswer {
  return text === undefined ? { ok: false, fault: { kind: 'unreadable' } } : { ok: true, text, version };
}

/** LibreTranslate, in our own house. Which code it calls Chinese by is read from `/languages` once. */
export function libreTranslate({
  url,
  apiKey,
  ...common
}: Common & { url: string; apiKey?: string | undefined }): TranslationProvider {
  let codes: Promise<ReadonlySet<string>> | undefined;
  const chinese = async () => {
    codes ??= readLibreTranslateCodes(url, common.timeoutMs);
    const known = await codes;
    // Asked again next time: it may only have been starting.
    if (known.size === 0) codes = undefined;
    return known.has('zh-Hans') ? 'zh-Hans' : 'zh';
  };
  return {
    name: 'libretranslate',
    place: common.place,
    capabilities: { markup: 'none', glossary: () => false, dictionary: false, longest: 5_000 },
    translate: async ({ text, source, target }) => {
      const code = async (language: Language) => (language === 'zh' ? chinese() : language);
      const asked = await ask({
        url: `${url}/translate`,
        body: {
          q: text,
          source: await code(source),
          target: await code(target),
          format: 'text',
          ...(apiKey && { api_key: apiKey }),
        },
        shape: z.object({ translatedText: z.string() }),
        timeoutMs: common.timeoutMs,
      });
      return asked.ok ? answered(asked.value.translatedText) : asked;
    },
  };
}

async function readLibreTranslateCodes(url: string, timeoutMs: number): Promise<ReadonlySet<string>> {
  const shape = z.array(z.object({ code: z.string() }));
  const answer = await fetch(`${url}/languages`, { signal: AbortSignal.timeout(timeoutMs) }).then(
    (response) => response.json().catch(() => undefined),
    () => undefined,
  );
  const parsed = shape.safeParse(answer);
  return new Set(parsed.success ? parsed.data.map(({ code }) => code) : []);
}

/** DeepL: XML, in which what must stay is an element that it leaves alone. 456 means that the month is used up. */
export function deepL({
  url,
  apiKey,
  ...common
}: Common & { url: string; apiKey: string }): TranslationProvider {
  const targets = { ko: 'KO', zh: 'ZH-HANS', en: 'EN-GB' } as const;
  const sources = { ko: 'KO', zh: 'ZH', en: 'EN' } as const;
  return {
    name: 'deepl',
    place: common.place,
    capabilities: { markup: 'xml', glossary: keeps(common), dictionary: false, longest: 40_000 },
    translate: async (request) => {
      const glossary = keptFor(common, request);
      const asked = await ask({
        url: `${url}/v2/translate`,
        headers: { authorization: `DeepL-Auth-Key ${apiKey}` },
        body: {
          text: [request.text],
          source_lang: sources[request.source],
          target_lang: targets[request.target],
          tag_handling: 'xml',
          ignore_tags: ['x'],
          preserve_formatting: true,
          ...(glossary && { glossary_id: glossary }),
        },
        shape: z.object({ translations: z.array(z.object({ text: z.string() })) }),
        timeoutMs: common.timeoutMs,
      });
      return asked.ok ? answered(asked.value.translations[0]?.text) : asked;
    },
  };
}

/** Papago of Naver Cloud, or its endpoint for governments: straight from Korean to Chinese, 5,000 characters a call. */
export function papago({
  url,
  keyId,
  key,
  ...common
}: Common & { url: string; keyId: string; key: string }): TranslationProvider {
  const codes = { ko: 'ko', zh: 'zh-CN', en: 'en' } as const;
  return {
    name: 'papago',
    place: common.place,
    capabilities: { markup: 'none', glossary: keeps(common), dictionary: false, longest: 5_000 },
    translate: async (request) => {
      const glossary = keptFor(common, request);
      const asked = await ask({
        url: `${url}/translation`,
        headers: { 'x-ncp-apigw-api-key-id': keyId, 'x-ncp-apigw-api-key': key },
        body: {
          source: codes[request.source],
          target: codes[request.target],
          text: request.text,
          honorific: 'true',
          ...(glossary && { glossaryKey: glossary }),
        },
        shape: z.object({
          message: z.object({
            result: z.object({ translatedText: z.string(), engineType: z.string().optional() }),
          }),
        }),
        timeoutMs: common.timeoutMs,
      });
      if (!asked.ok) return asked;
      const { translatedText, engineType } = asked.value.message.result;
      return answered(translatedText, engineType ?? null);
    },
  };
}

/** Azure Translator v3, or its cloud in China: HTML, in which what must stay is `notranslate`. */
export function azure({
  url,
  key,
  region,
  ...common
}: Common & { url: string; key: string; region?: string | undefined }): TranslationProvider {
  const codes = { ko: 'ko', zh: 'zh-Hans', en: 'en' } as const;
  return {
    name: 'azure',
    place: common.place,
    capabilities: { markup: 'html', glossary: () => false, dictionary: true, longest: 40_000 },
    translate: async ({ text, source, target }) => {
      const query = new URLSearchParams({
        'api-version': '3.0',
        from: codes[source],
        to: codes[target],
        textType: 'html',
      });
      const asked = await ask({
        url: `${url}/translate?${query.toString()}`,
        headers: {
          'ocp-apim-subscription-key': key,
          ...(region && { 'ocp-apim-subscription-region': region }),
        },
        body: [{ Text: text }],
        shape: z.array(z.object({ translations: z.array(z.object({ text: z.string() })) })),
        timeoutMs: common.timeoutMs,
        // 403001: the free quota of the month is used up.
        isQuota: (status, answer) => status === 403 && answer.includes('403001'),
      });
      return asked.ok ? answered(asked.value[0]?.translations[0]?.text) : asked;
    },
  };
}

/** Google Cloud Translation v3. Plain text, or it would answer with entities. Under 30,000 code points. */
export function google({
  url,
  project,
  location,
  token,
  ...common
}: Common & { url: string; project: string; location: string; token: GiveToken }): TranslationProvider {
  const codes = { ko: 'ko', zh: 'zh-CN', en: 'en' } as const;
  const parent = `projects/${project}/locations/${location}`;
  const translation = z.object({ translatedText: z.string(), model: z.string().optional() });
  return {
    name: 'google',
    place: common.place,
    capabilities: { markup: 'none', glossary: keeps(common), dictionary: false, longest: 25_000 },
    translate: async (request) => {
      const glossary = keptFor(common, request);
      const translateWith = (bearer: string) =>
        ask({
          url: `${url}/v3/${parent}:translateText`,
          headers: { authorization: `Bearer ${bearer}` },
          body: {
            contents: [request.text],
            mimeType: 'text/plain',
            sourceLanguageCode: codes[request.source],
            targetLanguageCode: codes[request.target],
            ...(glossary && { glossaryConfig: { glossary: `${parent}/glossaries/${glossary}` } }),
          },
          shape: z.object({
            translations: z.array(translation),
            glossaryTranslations: z.array(translation).optional(),
          }),
          timeoutMs: common.timeoutMs,
          isQuota: (status, answer) => status === 403 && /quota|rateLimitExceeded/i.test(answer),
        });
      const given = await token();
      if (!given.ok) return given;
      let asked = await translateWith(given.value);
      if (!asked.ok && asked.fault.kind === 'refused') {
        // Taken back before its time, perhaps.
        token.forget();
        const renewed = await token();
        if (renewed.ok && renewed.value !== given.value) asked = await translateWith(renewed.value);
      }
      if (!asked.ok) return asked;
      const first = asked.value.glossaryTranslations?.[0] ?? asked.value.translations[0];
      return answered(first?.translatedText, first?.model ?? null);
    },
  };
}
