import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { program } from 'commander';
import { benchFolder } from './bench-folder.js';
import { generate } from './generator/generate.js';
import { machine } from './machine.js';
import { measure, type Outcome, type Plan } from './measure.js';
import { CommunauxHttp } from './peers/communaux-http.js';
import { queriesNamed } from './queries.js';
import { wholeNumber } from './whole-number.js';

/**
 * Whether a big register loads, starts from its column file, and answers every query of the bench over HTTP.
 *
 *     npm run bench:big -- --records 400000
 */
const { records, runs, limit } = program
  .name('npm run bench:big --')
  .description(
    'Loads a big register, starts it again from its column file, and asks it everything over HTTP.',
  )
  .option('--records <number>', 'records in the register, about 25 triples each', wholeNumber, 400_000)
  .option('--runs <number>', 'measured runs of each query, after one to warm up', wholeNumber, 3)
  .option('--limit <seconds>', 'longest time that a query may take', wholeNumber, 60)
  .parse()
  .opts<{ records: number; runs: number; limit: number }>();

const folder = benchFolder();
const file = join(folder, 'register.nq');
const dataDir = join(folder, 'data');
const { triples } = generate(file, records);
print(`${String(records)} records, ${String(triples)} triples, ${machine()}`);
const plan: Plan = { file, queries: [], runs, limit: limit * 1_000, tell: () => undefined };

const { loaded } = await measure(new CommunauxHttp(dataDir), plan);
const rate = (1_000 * triples) / loaded.milliseconds;
print(
  `loaded from N-Quads, with the column file written: ${seconds(loaded)}, ${rate.toFixed(0)} triples/s, ${megabytes(loaded)}`,
);
if (!existsSync(join(dataDir, 'columns'))) throw new Error('The server wrote no column file.');

const again = await measure(new CommunauxHttp(dataDir), { ...plan, queries: queriesNamed(/./) });
print(`started from the column file: ${seconds(again.loaded)}, ${megabytes(again.loaded)}\n`);
for (const [query, outcome] of again.outcomes) print(`${query.padEnd(18)}${shown(outcome)}`);
const unanswered = [...again.outcomes.values()].filter(({ type }) => type !== 'answered').length;
print(`\n${String(again.outcomes.size)} queries, ${String(unanswered)} not answered`);
if (unanswered > 0) process.exitCode = 1;

function shown(outcome: Outcome): string {
  switch (outcome.type) {
    case 'answered':
      return `${outcome.median.toFixed(1).padStart(10)} ms ${String(outcome.rows.length).padStart(8)} rows`;
    case 'over-time':
      return `> ${String(outcome.limit)} ms`;
    case 'failed':
      return `failed: ${outcome.message}`;
  }
}

function seconds({ milliseconds }: { readonly milliseconds: number }): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}

function megabytes({ residentBytes }: { readonly residentBytes: number }): string {
  return `${(residentBytes / 1e6).toFixed(0)} MB resident`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
