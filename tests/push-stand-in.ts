import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';

export type PushStandIn = {
  /** A browser that has subscribed here. */
  browser: () => { endpoint: string; p256dh: string; auth: string };
  /** What the browsers got, decrypted, in order. */
  shown: { endpoint: string; message: unknown; headers: http.IncomingHttpHeaders }[];
  /** The next answers instead of 201, one each. */
  answers: { status: number; retryAfter?: string }[];
  close: () => Promise<void>;
};

/** The message service of a browser's maker on this machine, with the browsers behind it. */
export async function startPushStandIn(): Promise<PushStandIn> {
  const browsers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>();
  const shown: PushStandIn['shown'] = [];
  const answers: PushStandIn['answers'] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { status, retryAfter } = answers.shift() ?? { status: 201 };
      const browser = browsers.get(request.url ?? '');
      if (status === 201 && browser) {
        const { ecdh: privateKey, auth: authSecret } = browser;
        const text = ece.decrypt(Buffer.concat(parts), { version: 'aes128gcm', privateKey, authSecret });
        const { headers } = request;
        shown.push({ endpoint: request.url ?? '', message: JSON.parse(text.toString('utf8')), headers });
      }
      if (retryAfter) response.setHeader('retry-after', retryAfter);
      response.writeHead(status).end();
    });
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    shown,
    answers,
    browser: () => {
      const path = `/push/${randomBytes(8).toString('hex')}`;
      const ecdh = createECDH('prime256v1');
      const p256dh = ecdh.generateKeys().toString('base64url');
      const auth = randomBytes(16);
      browsers.set(path, { ecdh, auth });
      return { endpoint: `http://127.0.0.1:${port}${path}`, p256dh, auth: auth.toString('base64url') };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Whether a message is signed with the keys of who claims to send it (RFC 8292). */
export function isSigned({ authorization }: http.IncomingHttpHeaders, publicKey: string): boolean {
  const [, token = '', key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization ?? '') ?? [];
  const [head, body, signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const verifier = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  return (
    key === publicKey &&
    verify('sha256', Buffer.from(`${head}.${body}`), verifier, Buffer.from(signature, 'base64url'))
  );
}
