import { performance } from 'node:perf_hooks';
import { engines } from './peers/engines.js';
import type { Request, Response } from './peers/messages.js';
import type { Loaded } from './peers/peer.js';

// The process of one engine: `node --expose-gc peer-process.js NAME`, spoken to over IPC. Its memory is its own, and it
// can be ended in the middle of a query.
const make = engines[process.argv[2] ?? ''];
if (!make) throw new Error(`There is no engine ${process.argv[2] ?? ''}.`);
const engine = make();

async function load(file: string): Promise<Loaded> {
  const before = memory();
  const start = performance.now();
  await engine.load(file);
  const milliseconds = performance.now() - start;
  const after = memory();
  return {
    milliseconds,
    residentBytes: after.resident - before.resident,
    heldBytes: after.held - before.held,
  };
}

function memory(): { readonly resident: number; readonly held: number } {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss, held: heapUsed + arrayBuffers };
}

async function answer(request: Request): Promise<Response> {
  if (request.type === 'load') return { type: 'loaded', loaded: await load(request.file) };
  const start = performance.now();
  const result = await engine.ask(request.query);
  const milliseconds = performance.now() - start;
  const { count } = result;
  return {
    type: 'reply',
    reply: request.rows ? { milliseconds, count, rows: result.rows() } : { milliseconds, count },
  };
}

process.on('message', (request: Request) => {
  answer(request)
    .catch((error: unknown): Response => ({ type: 'failed', message: String(error) }))
    .then(response => process.send?.(response))
    .catch(() => process.exit(1));
});
