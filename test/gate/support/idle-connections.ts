import { connect, type Socket } from 'node:net';

export interface Crowd {
  readonly port: number;
  readonly count: number;
  /** The first two parts of the addresses that they come from. */
  readonly network: string;
  readonly perAddress: number;
  /** What each sends, and then reads nothing; nothing when it stays silent. */
  readonly says?: (number: number) => string;
}

const atOnce = 250;
const connectMs = 10_000;

/** Connections that do nothing: they say what they have to say, and take no answer. */
export class IdleConnections {
  private constructor(private readonly sockets: readonly Socket[]) {}

  /** Settles when each was accepted or refused. */
  static async open(crowd: Crowd): Promise<IdleConnections> {
    const sockets: Socket[] = [];
    while (sockets.length < crowd.count) {
      const first = sockets.length;
      const group = Array.from({ length: Math.min(atOnce, crowd.count - first) }, (_, number) =>
        opened(crowd, first + number),
      );
      sockets.push(...(await Promise.all(group)));
    }
    return new IdleConnections(sockets);
  }

  /** How many the other side has not closed, as far as this side knows. */
  get open(): number {
    return this.sockets.filter(({ destroyed }) => !destroyed).length;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

function opened({ port, network, perAddress, says }: Crowd, number: number): Promise<Socket> {
  const address = Math.floor(number / perAddress);
  const localAddress = `${network}.${String(address >> 7)}.${String(1 + (address & 127))}`;
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    const late = setTimeout(() => socket.destroy(), connectMs);
    const settle = () => {
      clearTimeout(late);
      resolve(socket);
    };
    socket.on('error', () => undefined);
    socket.once('close', settle);
    socket.once('connect', () => {
      if (says) socket.write(says(number));
      // A silent one hears when it is closed; one that asked never takes a byte.
      else socket.resume();
      settle();
    });
  });
}
