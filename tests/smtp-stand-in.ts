import net, { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What can be wrong with one message. */
export type SmtpFault = 'busy' | 'no_such_person' | 'refuses_text' | 'cut_early' | 'cut_late' | 'silent';

export type SmtpStandIn = {
  url: string;
  /** Everything that it took over, in order. */
  taken: { to: string[]; text: string }[];
  /** Everything that came in whole, taken over or not. */
  heard: number;
  /** The next messages go wrong in these ways, one each. */
  faults: SmtpFault[];
  close: () => Promise<void>;
};

/** A mail server on this machine that goes wrong on demand; lines are cut in a relay before it. */
export async function startSmtpStandIn(): Promise<SmtpStandIn> {
  const state: Omit<SmtpStandIn, 'url' | 'close'> = { taken: [], heard: 0, faults: [] };
  const lines = new Set<net.Socket>();
  const cut = () => {
    for (const line of lines) line.destroy();
  };
  const answer = (code: number) => Object.assign(new Error('Not now.'), { responseCode: code });

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onRcptTo: (_address, _session, callback) => {
      const [fault] = state.faults;
      if (fault === 'busy' || fault === 'no_such_person' || fault === 'cut_early') state.faults.shift();
      if (fault === 'cut_early') cut();
      else if (fault === 'busy') callback(answer(451));
      else if (fault === 'no_such_person') callback(answer(550));
      else callback();
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        state.heard += 1;
        const fault = state.faults.shift();
        if (fault === 'refuses_text') return callback(answer(554));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        state.taken.push({ to, text: Buffer.concat(parts).toString('utf8') });
        // It has the message; only its answer is lost.
        if (fault === 'cut_late') return cut();
        if (fault !== 'silent') callback();
      });
    },
  });
  // Lines that were cut.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  const relay = net.createServer((line) => {
    const onward = net.connect(port, '127.0.0.1');
    for (const end of [line, onward]) {
      lines.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => lines.delete(end));
    }
    line.pipe(onward).pipe(line);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const { port: relayPort } = relay.address() as AddressInfo;

  return Object.assign(state, {
    url: `smtp://127.0.0.1:${relayPort}`,
    close: async () => {
      cut();
      relay.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
