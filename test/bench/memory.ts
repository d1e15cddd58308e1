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
 * Bytes that a server takes for each triple, all told: its resident set beyond that of a server without data, as it was
 * filled from the seed and as it was opened from the column file; and the heaps of all threads, the program's own included.
 *
 *     npm run bench:memory -- --records 50000
 */
interface Usage {
  readonly thread: string;
  readonly heapUsed: number;
}

/** Threads print when they come to it; nobody knows how many they are. */
const answerMs = 5_000;

const { records } = program
  .name('npm run bench:memory --')
  .description('Loads a generated register into a server, and measures all that its process holds.')
  .option('--records <number>', 'records in the register', wholeNumber, 50_000)
  .parse()
  .opts<{ records: number }>();

const folder = benchFolder();
const seed = join(folder, 'register.nq');
const { triples } = generate(seed, records);
const nodeFlags = ['--expose-gc', '--import', new URL('./memory-probe.js', import.meta.url).href];
const dataDir = join(folder, 'var');
const limit = 60_000;

print(`${String(records)} records, ${String(triples)} triples, ${machine()}`);
print('bytes a triple:                resident, beyond an empty server, heaps of all threads');
const empty = await measured('without data', { seed: 'none' });
await measured('filled from the seed', { seed, dataDir });
await measured('opened from the column file', { seed, dataDir });

/** Starts a server, and prints what it holds, also after all queries of the bench. @returns its resident set at first */
async function measured(name: string, options: { seed: string; dataDir?: string }): Promise<number> {
  const server = await Serving.start({ ...options, nodeFlags });
  const told: Usage[] = [];
  if (server.child.stdout)
    createInterface({ input: server.child.stdout }).on('line', line => told.push(JSON.parse(line) as Usage));
  const first = await report(name, server, told);
  if (options.seed !== 'none') {
    for (const { text } of queriesNamed(/./))
      await askOverHttp(server.endpoint, text, { rows: false, limit });
    await report('  after all queries', server, told);
  }
  await server.close();
  return first;
}

async function report(moment: string, server: Serving, told: Usage[]): Promise<number> {
  await setTimeout(answerMs);
  told.length = 0;
  server.child.kill('SIGUSR2');
  await setTimeout(answerMs);
  const resident = server.residentBytes;
  const heaps = told.reduce((total, { heapUsed }) => total + heapUsed, 0);
  const beyond = moment === 'without data' ? 0 : resident - empty;
  print(moment.padEnd(30) + [resident, beyond, heaps].map(perTriple).join(''));
  return resident;
}

function perTriple(bytes: number): string {
  return (bytes / triples).toFixed(1).padStart(9);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
