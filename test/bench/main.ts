import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from './bench-folder.js';
import { disagreements } from './compare.js';
import { generate, type Size } from './generator/generate.js';
import { growthTable, step, type Step } from './growth.js';
import { machine } from './machine.js';
import { measure, type Measured, type Plan } from './measure.js';
import { readOptions, type Options } from './options.js';
import type { Peer } from './peers/peer.js';
import { own, peers } from './peers/peers.js';
import { queriesNamed } from './queries.js';
import { meanRatio, ratio, remarks, table } from './report.js';

const options = readOptions(process.argv);
const queries = queriesNamed(options.queries);
const folder = benchFolder();

const plan: Omit<Plan, 'file'> = {
  queries,
  runs: options.runs,
  limit: options.limit * 1000,
  tell: text => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : ''),
};

await (options.growth ? grow(options) : compare(options));

async function compare({ records, peers: names, json }: Options): Promise<void> {
  const file = join(folder, 'register.nq');
  plan.tell('generate');
  const size = generate(file, records);
  print(`${String(size.records)} records, ${String(size.triples)} triples, ${machine()}`);
  const measured: Measured[] = [];
  for (const peer of present(names)) {
    measured.push(await measure(peer, { ...plan, file }));
    // After each peer: a long run that is cut short leaves what it has.
    save(json, figures(measured, size));
  }
  plan.tell('');
  const differences = disagreements(queries, measured);
  print([table(queries, measured), ...remarks(measured, differences)].join('\n'));
  if (differences.length > 0) process.exitCode = 1;
}

async function grow({ peers: names, sizes, json }: Options): Promise<void> {
  const name = names.includes(own.process) || names.length !== 1 ? own.process : (names[0] ?? own.process);
  const steps: Step[] = [];
  for (const records of sizes)
    for (const peer of present([name])) steps.push(await step(peer, records, { ...plan, folder }));
  plan.tell('');
  print([`${name}, ${machine()}`, growthTable(steps)].join('\n'));
  save(json, { peer: name, steps });
}

/** The peers that this machine has. What is missing is said, and left out. */
function present(names: readonly string[]): Peer[] {
  return names.flatMap(name => {
    const maker = peers[name];
    const why = maker ? maker.missing?.() : 'the bench does not know it.';
    if (why !== undefined) process.stderr.write(`\n*** ${name} TAKES NO PART: ${why}\n`);
    return maker && why === undefined ? [maker.make()] : [];
  });
}

function figures(measured: readonly Measured[], size: Size): object {
  return {
    size,
    machine: machine(),
    disagreements: disagreements(queries, measured),
    runs: options.runs,
    peers: measured.map(one => ({
      peer: one.peer,
      over: one.over,
      load: { ...one.loaded, triplesPerSecond: (1000 * size.triples) / one.loaded.milliseconds },
      meanRatio: meanRatio(queries, one, measured),
      queries: queries.map(({ name }) => {
        const outcome = one.outcomes.get(name);
        const rows = outcome?.type === 'answered' ? outcome.rows.length : undefined;
        return { name, ...outcome, rows, ratio: ratio(name, one, measured) };
      }),
    })),
  };
}

function save(path: string | undefined, value: object): void {
  if (path !== undefined) writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
