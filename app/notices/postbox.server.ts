import fs from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Options as Message } from 'nodemailer/lib/mailer';

/** What became of a message: taken over, not taken over (for good or for now), or nobody knows. */
export type Delivery = { outcome: 'sent' } | { outcome: 'refused' | 'later' | 'uncertain'; fault: string };

/** Where messages leave the house. */
export type Postbox = {
  /** Whether handing over the same message twice is handing it over once. */
  isIdempotent: boolean;
  deliver: (message: Message & { messageId: string }) => Promise<Delivery>;
};

const composing = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

async function compose(message: Message) {
  const { message: bytes, envelope } = await composing.sendMail({
    ...message,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(bytes)) throw new Error('The message was not put together.');
  return { bytes, envelope };
}

/** Each message as a file `<id>.eml`, for installations without a mail server. */
export function makeFolderPostbox(folder: string): Postbox {
  return {
    isIdempotent: true,
    deliver: async (message) => {
      const { bytes } = await compose(message);
      await fs.mkdir(folder, { recursive: true });
      const name = path.join(folder, `${message.messageId.replaceAll(/[^\w.-]/g, '_')}.eml`);
      // Whole or not at all: a half-written file would be read by whoever looks meanwhile.
      await fs.writeFile(`${name}.part`, bytes, { mode: 0o600 });
      await fs.rename(`${name}.part`, name);
      return { outcome: 'sent' };
    },
  };
}

type Timeouts = { silenceMs: number; wholeMs: number };
/** Shorter than a job is lent for, so that nobody else takes a mail that is still on its way. */
const usualTimeouts: Timeouts = { silenceMs: 20_000, wholeMs: 60_000 };

/**
 * A mail server by its address (`smtp://user:password@host:587`, `smtps://`). The connection is opened for one message
 * and closed again. When it breaks after the last byte of the message went out and before the server's answer, nobody
 * can know whether the server took it over.
 */
export function makeSmtpPostbox(address: string, { silenceMs, wholeMs }: Timeouts = usualTimeouts): Postbox {
  const { protocol, hostname, port, username, password } = new URL(address);
  return {
    isIdempotent: false,
    deliver: async (message) => {
      const { bytes, envelope } = await compose(message);
      const { from, to } = envelope;
      if (!from || to.length === 0) return { outcome: 'refused', fault: 'no address' };
      const connection = new SMTPConnection({
        host: hostname,
        ...(port ? { port: Number(port) } : {}),
        secure: protocol === 'smtps:',
        connectionTimeout: silenceMs,
        greetingTimeout: silenceMs,
        socketTimeout: silenceMs,
        dnsTimeout: silenceMs,
      });
      let isHandedOver = false;
      return new Promise<Delivery>((resolve) => {
        const end = (delivery: Delivery) => {
          clearTimeout(whole);
          if (delivery.outcome === 'sent') connection.quit();
          else connection.close();
          resolve(delivery);
        };
        const fail = (error: Error, isSigningIn = false) => end(deliveryOf(error, isHandedOver, isSigningIn));
        const whole = setTimeout(() => fail(new Error('The server is too slow.')), wholeMs);
        const send = () => {
          const last = new PassThrough();
          last.on('end', () => {
            isHandedOver = true;
          });
          Readable.from([bytes]).pipe(last);
          connection.send({ from, to, size: bytes.length }, last, (error) => {
            if (error) fail(error);
            else end({ outcome: 'sent' });
          });
        };
        connection.on('error', fail);
        connection.connect((failed) => {
          if (failed) fail(failed);
          else if (username)
            connection.login(
              { credentials: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } },
              (error) => (error ? fail(error, true) : send()),
            );
          else send();
        });
      });
    },
  };
}

/** 5xx to the message or its address is for good; to who we are it is our configuration, which somebody may mend. */
function deliveryOf(error: Error, isHandedOver: boolean, isSigningIn: boolean): Delivery {
  const code = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  const fault = `${code ?? ''} ${error.message}`.trim().slice(0, 300);
  if (code !== null && code >= 500 && !isSigningIn) return { outcome: 'refused', fault };
  if (code !== null || !isHandedOver) return { outcome: 'later', fault };
  return { outcome: 'uncertain', fault };
}
