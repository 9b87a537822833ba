import { once } from 'node:events';
import net from 'node:net';

/** A TCP proxy that can lose what the server answers, and cut every connection. */
export type CuttingProxy = {
  port: number;
  /** From the next first byte of an answer on: `onAnswer` is called and the answer never arrives. */
  loseNextAnswer: (onAnswer: () => void) => void;
  /** Lets the head of the next answer to what `asks` for through and `bytes` of its body, and cuts that line. */
  breakNextAnswer: (asks: RegExp, bytes: number, onBroken: () => void) => void;
  /** The lines that are open now stay open and carry nothing any more, in neither direction. */
  hush: () => void;
  /** Cuts all connections that are open now. */
  cut: () => void;
  /** Cuts them and lets no new one through until it is called with `false`. */
  block: (blocked: boolean) => void;
  close: () => Promise<void>;
};

/** Puts a proxy before `target` on this machine. */
export async function startProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<net.Socket>();
  const hushed = new WeakSet<net.Socket>();
  let lose: (() => void) | undefined;
  let breaking: { asks: RegExp; bytes: number; onBroken: () => void } | undefined;
  let blocked = false;
  const server = net.createServer((client) => {
    if (blocked) {
      client.on('error', () => client.destroy());
      client.destroy();
      return;
    }
    const upstream = net.connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let broken: { left: number; onBroken: () => void } | undefined;
    client.on('data', (chunk: Buffer) => {
      if (hushed.has(client)) return;
      if (breaking?.asks.test(chunk.toString('latin1'))) {
        broken = { left: breaking.bytes, onBroken: breaking.onBroken };
        breaking = undefined;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (hushed.has(upstream)) return;
      if (broken) {
        const head = chunk.indexOf('\r\n\r\n') + 4;
        client.end(chunk.subarray(0, head + broken.left));
        broken.onBroken();
        broken = undefined;
        upstream.destroy();
        return;
      }
      if (lose) {
        const onAnswer = lose;
        lose = undefined;
        onAnswer();
        client.destroy();
        return;
      }
      client.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No port.');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    loseNextAnswer: (onAnswer) => {
      lose = onAnswer;
    },
    hush: () => {
      for (const socket of sockets) hushed.add(socket);
    },
    breakNextAnswer: (asks, bytes, onBroken) => {
      breaking = { asks, bytes, onBroken };
    },
    cut,
    block: (now) => {
      blocked = now;
      if (blocked) cut();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
