import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ask } from './http.js';

/** The compiled command, beside the compiled tests. */
const command = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Given {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Starts `communaux` in a process of its own, with nothing in its environment but what is given. */
export function start(args: readonly string[], { environment = {}, input }: Given = {}): Running {
  const env = {
    PATH: process.env['PATH'],
    NODE_V8_COVERAGE: process.env['NODE_V8_COVERAGE'],
    ...environment,
  };
  const child = spawn(process.execPath, [command, ...args], { env });
  child.stdin.end(input);
  return new Running(child);
}

/** Runs `communaux` to its end. */
export function communaux(args: readonly string[], given: Given = {}): Promise<Outcome> {
  return start(args, given).outcome;
}

/** A command under way. */
export class Running {
  readonly outcome: Promise<Outcome>;
  #stdout = '';
  #stderr = '';

  constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.on('data', (part: Buffer) => (this.#stdout += part.toString('utf8')));
    child.stderr.on('data', (part: Buffer) => (this.#stderr += part.toString('utf8')));
    this.outcome = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => {
        resolve({ code, stdout: this.#stdout, stderr: this.#stderr });
      });
    });
  }

  /** The log, one object a line. */
  get log(): Record<string, unknown>[] {
    const lines = this.#stderr.split('\n').filter(line => line.startsWith('{'));
    return lines.map(line => JSON.parse(line) as Record<string, unknown>);
  }

  /** What was logged with that message. */
  told(message: string | RegExp): Record<string, unknown>[] {
    return this.log.filter(({ msg }) =>
      typeof message === 'string' ? msg === message : message.test(String(msg)),
    );
  }

  /** Waits until something was logged so often with that message, and gives the last of it. */
  async untilTold(message: string | RegExp, times = 1): Promise<Record<string, unknown>> {
    for (let waited = 0; waited < 60_000; waited += 20) {
      const told = this.told(message);
      if (told.length >= times) return told.at(-1) ?? {};
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    throw new Error(`Nothing told ${String(message)} ${String(times)} times. ${this.#stderr}`);
  }

  /** The process that answers: the last one that said it is ready. */
  get serverPid(): number {
    return Number(this.told('register answers').at(-1)?.['pid']);
  }

  /** Waits until the server says that it listens, and answers, be it that it reads its lists yet; its port. */
  async ready(): Promise<number> {
    for (let waited = 0; waited < 25_000; waited += 50) {
      const [address] = this.log.flatMap(({ address }) => (typeof address === 'string' ? [address] : []));
      if (address !== undefined) {
        const port = Number(new URL(address).port);
        if ([200, 503].includes((await ask(port, '/health')).status)) return port;
      }
      if (this.child.exitCode !== null) break;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`The server is not ready. ${this.#stderr}`);
  }
}
