import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { program } from 'commander';
import { benchFolder } from './bench-folder.js';
import { generate } from './generator/generate.js';
import { machine } from './machine.js';
import { askOverHttp } from './peers/http-ask.js';
import { queriesNamed } from './queries.js';
import { Serving } from './serving.js';
import { wholeNumber } from './whole-number.js';

/**
 * Bytes that a server takes for each triple, all told: the heap and the array buffers (shared ones too) of the main
 * thread and of each worker, after a garbage collection; and the resident set, which has the program in it, too.
 *
 *     npm run bench:memory -- --records 50000
 */
interface Usage {
  readonly thread: string;
  readonly heapUsed: number;
  readonly arrayBuffers: number;
  readonly external: number;
}

/** Threads print when they come to it; nobody knows how many they are. */
const answerMs = 5_000;

const { records } = program
  .name('npm run bench:memory --')
  .description('Loads a generated register into a server, and measures all that its process holds.')
  .option('--records <number>', 'records in the register', wholeNumber, 50_000)
  .parse()
  .opts<{ records: number }>();

const seed = join(benchFolder(), 'register.nq');
const { triples } = generate(seed, records);
const probe = new URL('./memory-probe.js', import.meta.url).href;
const server = await Serving.start({ seed, nodeFlags: ['--expose-gc', '--import', probe] });
const told: Usage[] = [];
if (server.child.stdout)
  createInterface({ input: server.child.stdout }).on('line', line => told.push(JSON.parse(line) as Usage));
print(`${String(records)} records, ${String(triples)} triples, ${machine()}`);
await report('after loading');
const limit = 60_000;
for (const { text } of queriesNamed(/./)) await askOverHttp(server.endpoint, text, { rows: false, limit });
await report('after all queries of the bench');
await server.close();

async function report(moment: string): Promise<void> {
  await setTimeout(answerMs);
  told.length = 0;
  server.child.kill('SIGUSR2');
  await setTimeout(answerMs);
  print(`\n${moment}, bytes a triple: heap, array buffers, both`);
  for (const { thread, heapUsed, arrayBuffers } of told) print(line(thread, heapUsed, arrayBuffers));
  const sum = (key: 'heapUsed' | 'arrayBuffers') => told.reduce((total, usage) => total + usage[key], 0);
  print(line('all threads', sum('heapUsed'), sum('arrayBuffers')));
  print(`${'resident set'.padEnd(30)}${perTriple(server.residentBytes)}`);
}

function line(name: string, heap: number, buffers: number): string {
  return name.padEnd(12) + [heap, buffers, heap + buffers].map(perTriple).join('');
}

function perTriple(bytes: number): string {
  return (bytes / triples).toFixed(1).padStart(9);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
