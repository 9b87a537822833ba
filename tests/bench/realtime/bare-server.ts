// The limit to compare with: posts come in by HTTP and go out to everybody in the room by `ws`, and nothing else happens.
// No database, no rights, no numbers that anybody checks. `tsx bare-server.ts PORT`.
import http from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** As app/db/commit.server.ts does it, so that one probe fits both servers. */
const listeners = new Map<string, (event: { threadId: string; seq: number }) => void>();
Object.assign(globalThis, { [Symbol.for('tideline.listeners')]: listeners });

const rooms = new Map<string, Set<WebSocket>>();
const heads = new Map<string, number>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

const server = http.createServer((request, response) => {
  const [, , threadId = ''] = (request.url ?? '').split('/');
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const seq = (heads.get(threadId) ?? 0) + 1;
    heads.set(threadId, seq);
    for (const listener of listeners.values()) listener({ threadId, seq });
    const text = entry(
      threadId,
      seq,
      new URLSearchParams(Buffer.concat(chunks).toString()).get('body') ?? '',
    );
    for (const socket of rooms.get(threadId) ?? []) socket.send(text);
    response.end(JSON.stringify({ refusal: null, value: { seq } }));
  });
});
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => {
    const [, threadId = ''] = (request.url ?? '').split('/');
    const room = rooms.get(threadId) ?? new Set();
    rooms.set(threadId, room.add(opened));
    opened.on('close', () => room.delete(opened));
    opened.on('error', () => opened.terminate());
    opened.send('watching');
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1');

/** As long as what Tideline tells of a post. */
function entry(threadId: string, seq: number, body: string): string {
  const actor = {
    accountId: threadId,
    governmentId: 'taean',
    name: '한바다',
    nameLatin: 'Han Bada',
    seat: { titleKo: '해양수산과', titleZh: '海洋渔业科', titleEn: 'Marine section' },
  };
  const at = new Date().toISOString();
  const post = {
    id: threadId,
    clientKey: threadId,
    language: 'ko',
    revision: 1,
    body,
    html: `<p>${body}</p>\n`,
    translations: [],
  };
  const told = {
    seq,
    at,
    actor,
    restricted: false,
    type: 'post_written',
    payload: { postId: threadId },
    post,
  };
  return `42${JSON.stringify(['entry', { threadId, entry: told }])}`;
}
