import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { askOverHttp } from './http-ask.js';
import type { AskOptions, Loaded, Peer, Reply } from './peer.js';

const command = fileURLToPath(new URL('../../../src/cli.js', import.meta.url));

/** This server as it is started from the command line, over HTTP, without the answer cache. */
export class CommunauxHttp implements Peer {
  readonly name = 'communaux-http';
  readonly over = 'http';
  #child: ChildProcess | undefined;
  #endpoint = '';

  async load(file: string): Promise<Loaded> {
    const port = await freePort();
    const settings = { port, seed: file, 'cache-mb': 0, 'data-dir': 'none', 'query-timeout-ms': 60_000 };
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const start = performance.now();
    const child = spawn(process.execPath, ['--max-old-space-size=12288', command, 'serve', ...flags], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    process.once('exit', () => child.kill('SIGKILL'));
    await answers(`http://127.0.0.1:${String(port)}/health`, child);
    this.#endpoint = `http://127.0.0.1:${String(port)}/sparql`;
    return { milliseconds: performance.now() - start, residentBytes: residentBytes(child) };
  }

  ask(query: string, options: AskOptions): Promise<Reply> {
    return askOverHttp(this.#endpoint, query, options);
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** Settles when the server answers. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await setTimeout(20);
  }
  throw new Error('The server ended before it answered.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function residentBytes({ pid }: ChildProcess): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}
