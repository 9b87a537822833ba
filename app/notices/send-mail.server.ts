import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import { backoffMs, type JobHandler } from '#app/db/jobs.server.ts';
import type { MailOff } from '#app/domain/notification/mail.ts';
import { readLetter } from '#app/domain/notification/read-letter.server.ts';
import { beginMail, settleMail } from '#app/domain/notification/settle-mail.server.ts';
import { LetterPage } from './letter-page.tsx';
import type { Postbox } from './postbox.server.ts';
import { asText, sayLetter } from './say-letter.server.ts';

const payloadSchema = z.object({ mailId: z.uuid() });

/** About a day and a half, with the pauses between them. */
const mostAttempts = 40;

export type Sending = {
  postbox: Postbox;
  /** Address that people type, for links. */
  origin: string;
  /** Address and name that mails come from. */
  from: string;
  /** Path of the link that ends mails of one kind. */
  pathToEnd: (of: MailOff) => string;
};

/**
 * Does the job behind a mail: says what is unread and visible now, and hands it over once. A mail that somebody else
 * began and never settled is not sent again.
 */
export function sendMail({ postbox, origin, from, pathToEnd }: Sending): JobHandler {
  return async (payload, { attempts }) => {
    const { mailId: id } = payloadSchema.parse(payload);
    const letter = await readLetter(id);
    if (!letter) {
      await settleMail(id, 'needless');
      return { done: true };
    }
    const { kind, accountId, language, to } = letter;
    const unsubscribe = `${origin}${pathToEnd({ accountId, kind })}`;
    const said = await sayLetter(letter, { origin, unsubscribe });
    const html = renderToStaticMarkup(createElement(LetterPage, { letter: said, language }));
    const begun = await beginMail(id, postbox);
    if (!begun) return { done: true };
    const delivery = await postbox.deliver({
      messageId: begun.messageId,
      from,
      to: { name: to.name.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' '), address: to.email },
      subject: said.subject,
      text: asText(said),
      html: `<!doctype html>${html}`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
    if (delivery.outcome === 'sent') {
      await settleMail(id, 'sent');
      return { done: true };
    }
    const { outcome, fault } = delivery;
    if (outcome === 'uncertain') {
      await settleMail(id, 'uncertain', fault);
      return { done: true };
    }
    if (outcome === 'refused' || attempts >= mostAttempts) {
      await settleMail(id, 'failed', fault);
      return { givenUp: fault };
    }
    await settleMail(id, 'waiting', fault);
    return { again: new Date(Date.now() + backoffMs(attempts)), fault };
  };
}
