import { request, type IncomingMessage } from 'node:http';

/** How a slow reading ended. */
export interface SlowReading {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly bytes: number;
  /** Whether all of it arrived. */
  readonly isWhole: boolean;
  readonly ms: number;
}

export interface SlowReaderOptions {
  readonly port: number;
  readonly address: string;
  readonly path: string;
  /** Bytes that it takes in a second; 0 reads nothing at all. */
  readonly bytesPerSecond: number;
}

const turnMs = 100;

/** Reads an answer no faster than told, until its end, or until nobody wants it any more. */
export function readSlowly(options: SlowReaderOptions, signal: AbortSignal): Promise<SlowReading> {
  const { port, address, path, bytesPerSecond } = options;
  const started = performance.now();
  let [status, bytes] = [0, 0];
  return new Promise(resolve => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (isWhole: boolean) => {
      clearInterval(timer);
      resolve({ status, bytes, isWhole, ms: performance.now() - started });
    };
    const asked = request(
      { host: '127.0.0.1', port, path, localAddress: address, agent: false, signal },
      response => {
        status = response.statusCode ?? 0;
        timer = setInterval(() => {
          // By the clock: a turn that comes late takes more.
          const due = ((performance.now() - started) / 1_000) * bytesPerSecond - bytes;
          bytes += take(response, Math.floor(due));
        }, turnMs);
        // In this mode nothing is read but what is taken, and a full buffer leaves the rest to the sender.
        response.on('readable', () => undefined);
        response.on('end', () => {
          settle(response.complete);
        });
        response.on('error', () => {
          settle(false);
        });
      },
    );
    asked.on('error', () => {
      settle(false);
    });
    asked.end();
  });
}

/** Takes so many bytes, or what is there. */
function take(response: IncomingMessage, most: number): number {
  const length = Math.min(most, response.readableLength);
  // The end is told only to those who read what is no longer there.
  if (length < 1) {
    if (response.readableLength === 0) response.read(0);
    return 0;
  }
  return (response.read(length) as Buffer | null)?.length ?? 0;
}
