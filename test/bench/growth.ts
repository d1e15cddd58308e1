import { join } from 'node:path';
import { generate } from './generator/generate.js';
import { measure, type Plan } from './measure.js';
import type { Peer } from './peers/peer.js';
import { median } from './statistics.js';

/** How an engine does on a register of one size. */
export interface Step {
  readonly records: number;
  readonly triples: number;
  readonly triplesPerSecond: number;
  /** Bytes by which the process grew, a triple. */
  readonly residentPerTriple: number;
  /** Bytes of heap and (shared) array buffers, a triple; absent for a server. */
  readonly heldPerTriple?: number;
  /** Median over the queries of their median times, in milliseconds. */
  readonly median: number;
  readonly medians: Readonly<Record<string, number>>;
}

/** Measures a peer on a generated register. A new process each time: memory of the last size does not count. */
export async function step(
  peer: Peer,
  records: number,
  plan: Omit<Plan, 'file'> & { readonly folder: string },
): Promise<Step> {
  const file = join(plan.folder, `${String(records)}.nq`);
  plan.tell(`${String(records)} records: generate`);
  const { triples } = generate(file, records);
  const { loaded, outcomes } = await measure(peer, { ...plan, file });
  const medians = Object.fromEntries(
    Array.from(outcomes).flatMap(([query, outcome]) =>
      outcome.type === 'answered' ? [[query, outcome.median] as const] : [],
    ),
  );
  return {
    records,
    triples,
    triplesPerSecond: (1000 * triples) / loaded.milliseconds,
    residentPerTriple: loaded.residentBytes / triples,
    ...(loaded.heldBytes === undefined ? {} : { heldPerTriple: loaded.heldBytes / triples }),
    median: median(Object.values(medians)),
    medians,
  };
}

/** One line a size. */
export function growthTable(steps: readonly Step[]): string {
  const heads = ['records', 'triples', 'triples/s', 'resident B/triple', 'held B/triple', 'median ms'];
  const rows = steps.map(step => [
    String(step.records),
    String(step.triples),
    step.triplesPerSecond.toFixed(0),
    step.residentPerTriple.toFixed(0),
    step.heldPerTriple?.toFixed(0) ?? '',
    step.median.toFixed(2),
  ]);
  return [heads, ...rows]
    .map(row => row.map((cell, column) => cell.padStart(Math.max(10, heads[column]?.length ?? 0))).join('  '))
    .join('\n');
}
