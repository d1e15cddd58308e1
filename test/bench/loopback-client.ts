import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Timed {
  readonly status: number;
  /** From the request to the last byte. */
  readonly milliseconds: number;
}

/** A client with an address of its own on this machine, as a server tells clients apart: any of 127.0.0.0/8. */
export class LoopbackClient {
  readonly #agent: Agent;

  constructor(
    private readonly port: number,
    number: number,
  ) {
    const localAddress = `127.0.${String(1 + (number >> 8))}.${String(1 + (number & 0xff))}`;
    this.#agent = new Agent({ keepAlive: true, localAddress });
  }

  get(path: string, accept: string): Promise<Timed> {
    const started = performance.now();
    const options = { host: '127.0.0.1', port: this.port, path, headers: { accept }, agent: this.#agent };
    return new Promise((resolve, reject) => {
      request(options, response => {
        response.on('error', reject).on('end', () => {
          resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - started });
        });
        response.resume();
      })
        .on('error', reject)
        .end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
