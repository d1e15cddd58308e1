import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

export interface ServeOptions {
  /** RDF file to fill the store from. */
  readonly seed: string;
  /** Folder for the column file; without it, none is kept. */
  readonly dataDir?: string;
  readonly baseUrl?: string;
  readonly nodeFlags?: readonly string[];
}

/** This server in one process, as it is started from the command line, without supervisor and answer cache. */
export class Serving {
  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    /** From the start of the process to the first answer that it is ready, in milliseconds. */
    readonly startedIn: number,
  ) {}

  /** Settles when the server answers. Its standard output can be read; its log goes where this process's does. */
  static async start({ seed, dataDir = 'none', ...options }: ServeOptions): Promise<Serving> {
    const port = await freePort();
    // The column file is for one base only.
    const base = options.baseUrl ?? 'http://localhost:3000';
    const settings = { port, 'base-url': base, seed, 'data-dir': dataDir, 'cache-mb': 0, supervise: 'no' };
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const nodeFlags = ['--max-old-space-size=12288', ...(options.nodeFlags ?? [])];
    const started = performance.now();
    const child = spawn(
      process.execPath,
      [...nodeFlags, command, 'serve', '--query-timeout-ms', '60000', ...flags],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    await answers(`http://127.0.0.1:${String(port)}/health`, child);
    return new Serving(child, port, performance.now() - started);
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String(this.port)}/sparql`;
  }

  get residentBytes(): number {
    const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
    return 1_024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return;
    await setTimeout(20);
  }
  throw new Error('The server ended before it answered.');
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
