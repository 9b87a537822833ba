import { createVerify, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { EngineName } from '#app/domain/translation/engine/provider.ts';
import type { Language } from '#prisma/generated/enums.ts';

/** What can be wrong with one answer. */
export const standInFaults = [
  'busy',
  'quota',
  'error',
  'timeout',
  'cut',
  'html',
  'lost',
  'doubled',
  'echo',
  'wrong_language',
] as const;
export type StandInFault = (typeof standInFaults)[number];

type Asked = {
  engine: EngineName;
  text: string;
  source: Language;
  target: Language;
  headers: http.IncomingHttpHeaders;
  /** Path with query. */
  url: string;
  body: unknown;
};

export type StandIn = {
  url: string;
  /** Everything that was asked, in order. */
  asked: Asked[];
  /** The next answers are wrong in these ways, one each; afterwards all is well again. */
  faults: StandInFault[];
  /** Words that it knows by heart; of all others it makes filler of the right language with the same figures. */
  says: Map<string, string>;
  retryAfter: string | null;
  /** Of its service account: what tokens it gave, and how long the next one lives. */
  tokens: { given: string[]; seconds: number; isDown: boolean; publicKey: KeyObject | null };
  close: () => Promise<void>;
};

const filler = { ko: '번역문', zh: '译文', en: 'translated' } as const satisfies Record<Language, string>;
const other = { ko: 'zh', zh: 'ko', en: 'ko' } as const satisfies Record<Language, Language>;

const bodies = {
  libretranslate: z.object({
    q: z.string(),
    source: z.string(),
    target: z.string(),
    format: z.literal('text'),
  }),
  deepl: z.object({
    text: z.tuple([z.string()]),
    source_lang: z.string(),
    target_lang: z.string(),
    tag_handling: z.literal('xml'),
  }),
  papago: z.object({ source: z.string(), target: z.string(), text: z.string().max(5_000) }),
  azure: z.tuple([z.object({ Text: z.string() })]),
  google: z.object({
    contents: z.tuple([z.string()]),
    mimeType: z.literal('text/plain'),
    sourceLanguageCode: z.string(),
    targetLanguageCode: z.string(),
  }),
} as const;

const claimShape = z.object({
  iss: z.literal('tideline@p.iam.gserviceaccount.com'),
  scope: z.literal('https://www.googleapis.com/auth/cloud-translation'),
  aud: z.string().endsWith('/token'),
  iat: z.number().int(),
  exp: z.number().int(),
});

/** A server on this machine that speaks the protocols of all five engines, and goes wrong on demand. */
export async function startStandIn(): Promise<StandIn> {
  const standIn: Omit<StandIn, 'url' | 'close'> = {
    asked: [],
    faults: [],
    says: new Map(),
    retryAfter: '7',
    tokens: { given: [], seconds: 3_600, isDown: false, publicKey: null },
  };
  const hanging = new Set<http.ServerResponse>();
  const server = http.createServer((request, response) => {
    void answer(request, response);
  });

  // A connection that is closed while nobody asks looks like an engine that is down.
  server.keepAliveTimeout = 0;

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    if (url === '/languages')
      return send(response, 200, [{ code: 'ko' }, { code: 'zh-Hans' }, { code: 'en' }]);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString('utf8');
    if (url === '/token') return giveToken(response, request.headers, body);
    const asked = read(url, request.headers, JSON.parse(body));
    if (!asked) return send(response, 400, { message: 'no engine speaks like this' });
    standIn.asked.push(asked);
    const token = asked.headers.authorization?.replace('Bearer ', '') ?? '';
    // Of a service account only the newest token is good.
    if (token.startsWith('given-') && token !== standIn.tokens.given.at(-1))
      return send(response, 401, { error: { status: 'UNAUTHENTICATED' } });
    const fault = standIn.faults.shift();
    if (fault === 'timeout') return void hanging.add(response);
    if (fault === 'busy') {
      if (standIn.retryAfter !== null) response.setHeader('retry-after', standIn.retryAfter);
      return send(response, 429, { message: 'too many' });
    }
    if (fault === 'quota') return sendQuota(response, asked.engine);
    if (fault === 'error') return send(response, 503, { message: 'down' });
    if (fault === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<!doctype html><title>Portal</title><p>Please sign in</p>');
    }
    const json = JSON.stringify(wrap(asked.engine, translate(asked, fault)));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(fault === 'cut' ? json.slice(0, -4) : json);
  }

  /** As oauth2.googleapis.com: a form with a claim that the account signed. */
  function giveToken(response: http.ServerResponse, headers: http.IncomingHttpHeaders, body: string): void {
    const { tokens } = standIn;
    if (tokens.isDown) return send(response, 503, {});
    const form = new URLSearchParams(body);
    const [head = '', said = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    const isSigned =
      tokens.publicKey !== null &&
      createVerify('RSA-SHA256').update(`${head}.${said}`).verify(tokens.publicKey, signature, 'base64url');
    const claimed = claimShape.safeParse(JSON.parse(Buffer.from(said, 'base64url').toString('utf8')));
    const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    if (!isForm || !isSigned || !claimed.success || !form.get('grant_type')?.endsWith(':jwt-bearer'))
      return send(response, 400, { error: 'invalid_grant' });
    tokens.given.push(`given-${tokens.given.length + 1}`);
    return send(response, 200, {
      access_token: tokens.given.at(-1),
      expires_in: tokens.seconds,
      token_type: 'Bearer',
    });
  }

  function translate({ text, target }: Asked, fault: StandInFault | undefined): string {
    if (fault === 'echo') return text;
    const into = fault === 'wrong_language' ? other[target] : target;
    let translated = standIn.says.get(text) ?? fill(text, into);
    const placeholder = /<x id="\d+"\/>|<span class="notranslate"[^>]*>\d*<\/span>|\[\d+\]/;
    if (fault === 'lost') translated = translated.replace(placeholder, '');
    if (fault === 'doubled') translated = translated.replace(placeholder, (all) => `${all} ${all}`);
    return translated;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The stand-in has no port.');
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** Every word becomes filler; marks, figures and dictionary entries stay. */
function fill(text: string, target: Language): string {
  return text
    .split(/(<mstrans:dictionary[^>]*>[^<]*<\/mstrans:dictionary>|<\/?(?:x|span)\b[^>]*>|&\w+;|\[\d+\])/)
    .map((part, index) => {
      if (index % 2 === 0)
        return part.replace(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Latin}]+/gu, filler[target]);
      return /translation="([^"]*)"/.exec(part)?.[1] ?? part;
    })
    .join('');
}

function language(code: string): Language {
  const primary = code.slice(0, 2).toLowerCase();
  if (primary === 'ko' || primary === 'zh' || primary === 'en') return primary;
  throw new Error(`No engine knows ${code}.`);
}

function read(url: string, headers: http.IncomingHttpHeaders, body: unknown): Asked | null {
  const asked = (engine: EngineName, text: string, source: string, target: string): Asked => ({
    ...{ engine, text, source: language(source), target: language(target), headers, url, body },
  });
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  if (pathname === '/v2/translate' && headers.authorization?.startsWith('DeepL-Auth-Key ')) {
    const { text, source_lang, target_lang } = bodies.deepl.parse(body);
    return asked('deepl', text[0], source_lang, target_lang);
  }
  if (pathname === '/translation' && headers['x-ncp-apigw-api-key-id'] && headers['x-ncp-apigw-api-key']) {
    const { text, source, target } = bodies.papago.parse(body);
    return asked('papago', text, source, target);
  }
  if (
    pathname === '/translate' &&
    headers['ocp-apim-subscription-key'] &&
    searchParams.get('textType') === 'html'
  ) {
    const [{ Text }] = bodies.azure.parse(body);
    return asked('azure', Text, searchParams.get('from') ?? '', searchParams.get('to') ?? '');
  }
  if (pathname.startsWith('/v3/projects/') && headers.authorization?.startsWith('Bearer ')) {
    const { contents, sourceLanguageCode, targetLanguageCode } = bodies.google.parse(body);
    return asked('google', contents[0], sourceLanguageCode, targetLanguageCode);
  }
  if (pathname === '/translate') {
    const { q, source, target } = bodies.libretranslate.parse(body);
    return asked('libretranslate', q, source, target);
  }
  return null;
}

function wrap(engine: EngineName, text: string): unknown {
  switch (engine) {
    case 'libretranslate':
      return { translatedText: text };
    case 'deepl':
      return { translations: [{ detected_source_language: 'KO', text }] };
    case 'papago':
      return {
        message: {
          result: { srcLangType: 'ko', tarLangType: 'zh-CN', translatedText: text, engineType: 'N2MT' },
        },
      };
    case 'azure':
      return [{ translations: [{ text, to: 'zh-Hans' }] }];
    case 'google':
      return { translations: [{ translatedText: text, model: 'nmt' }] };
  }
}

function sendQuota(response: http.ServerResponse, engine: EngineName): void {
  if (engine === 'azure')
    return send(response, 403, { error: { code: 403001, message: 'free quota used up' } });
  if (engine === 'google') return send(response, 403, { error: { status: 'quotaExceeded' } });
  return send(response, 456, { message: 'Quota exceeded' });
}

function send(response: http.ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
