import { WebSocket } from 'ws';
import type { Person } from './person.ts';

/** The end of a wire that says whatever it likes, well-formed or not. */
export type RawSocket = {
  said: string[];
  send: (frame: string | Buffer) => void;
  isOpen: () => boolean;
  close: () => void;
};

/** Knocks as a page does, with these headers; answers the HTTP status when it is not let in (0 for no answer). */
export function knock(
  port: number,
  headers: Record<string, string>,
  onMessage: (text: string, socket: WebSocket) => void = () => {},
): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { headers });
  // The first message may come together with the answer to the handshake.
  socket.on('message', (data: Buffer) => onMessage(data.toString(), socket));
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (request, { statusCode = 0 }) => {
      request.destroy();
      resolve(statusCode);
    });
    socket.on('error', () => resolve(0));
  });
}

/** A socket that was let in as this person, or told why not. */
export async function openRaw(port: number, { cookie, token, origin }: Person): Promise<RawSocket> {
  const said: string[] = [];
  const headers = { Cookie: cookie, Origin: origin, Host: new URL(origin).host };
  const socket = await new Promise<WebSocket>((resolve, reject) => {
    void knock(port, headers, (text, opened) => {
      if (text === '2') return opened.send('3');
      if (text.startsWith('0')) return opened.send(`40${JSON.stringify({ token })}`);
      said.push(text);
      if (text.startsWith('40') || text.startsWith('44')) resolve(opened);
    }).then((answer) => typeof answer === 'number' && reject(new Error(`Not let in: ${answer}`)));
  });
  return {
    said,
    send: (frame) => socket.send(frame),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.terminate(),
  };
}
