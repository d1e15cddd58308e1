import { setTimeout } from 'node:timers/promises';
import { OverTime, type Loaded, type Peer } from './peers/peer.js';
import type { Query } from './queries.js';
import { median } from './statistics.js';

/** How a query went with a peer. */
export type Outcome =
  | {
      readonly type: 'answered';
      /** In milliseconds. */
      readonly median: number;
      readonly times: readonly number[];
      readonly rows: readonly string[];
    }
  | { readonly type: 'over-time'; readonly limit: number }
  | { readonly type: 'failed'; readonly message: string };

export interface Measured {
  readonly peer: string;
  readonly over: Peer['over'];
  readonly loaded: Loaded;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export interface Plan {
  readonly file: string;
  readonly queries: readonly Query[];
  readonly runs: number;
  /** In milliseconds. */
  readonly limit: number;
  /** Told before each query, so that people see how far it has come. */
  readonly tell: (text: string) => void;
}

/** A first run as slow as this is not repeated: its time stands. */
const slow = 5_000;

/** Queries that take no longer are asked again and again for some time before any is timed. */
const warmUpFor = { fast: 50, milliseconds: 5_000 };

/** Fast queries are asked again until they took so long together, or so often: their times vary most. */
const enough = { milliseconds: 300, runs: 100 };

/** A server that was just loaded has things to do of its own, and is left alone with them first. */
const settleMs = 5_000;

/** Loads a peer, asks it everything and closes it, so that the next one has the machine for itself. */
export async function measure(peer: Peer, plan: Plan): Promise<Measured> {
  try {
    plan.tell(`${peer.name}: load`);
    const loaded = await peer.load(plan.file);
    if (peer.over === 'http') await setTimeout(settleMs);
    const outcomes = new Map<string, Outcome>();
    for (const query of plan.queries) {
      plan.tell(`${peer.name}: ${query.name}`);
      outcomes.set(query.name, await firstOutcome(peer, query, plan));
    }
    await warmUp(peer, outcomes, plan);
    for (const { name, text } of plan.queries) {
      const first = outcomes.get(name);
      if (first?.type !== 'answered' || first.median > slow) continue;
      plan.tell(`${peer.name}: ${name}, timed`);
      const times = await timed(peer, text, plan);
      outcomes.set(name, { ...first, times, median: median(times) });
    }
    return { peer: peer.name, over: peer.over, loaded, outcomes };
  } finally {
    await peer.close();
  }
}

/**
 * Asks the fast queries round after round, as the driver of the Berlin SPARQL Benchmark does before it measures: what a
 * peer compiles or reads ahead would be charged to the queries that come first.
 */
async function warmUp(peer: Peer, outcomes: ReadonlyMap<string, Outcome>, plan: Plan): Promise<void> {
  const fast = plan.queries.filter(({ name }) => {
    const outcome = outcomes.get(name);
    return outcome?.type === 'answered' && outcome.median <= warmUpFor.fast;
  });
  plan.tell(`${peer.name}: warm up`);
  const until = performance.now() + warmUpFor.milliseconds;
  while (fast.length > 0 && performance.now() < until)
    for (const { text } of fast) await peer.ask(text, { rows: false, limit: plan.limit });
}

async function firstOutcome(peer: Peer, { text }: Query, { limit }: Plan): Promise<Outcome> {
  try {
    const { milliseconds, rows } = await peer.ask(text, { rows: true, limit });
    return { type: 'answered', median: milliseconds, times: [milliseconds], rows: rows ?? [] };
  } catch (error) {
    if (error instanceof OverTime) return { type: 'over-time', limit };
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function timed(peer: Peer, text: string, { runs, limit }: Plan): Promise<number[]> {
  const times: number[] = [];
  while (times.length < runs || mayGoOn(times))
    times.push((await peer.ask(text, { rows: false, limit })).milliseconds);
  return times;
}

function mayGoOn(times: readonly number[]): boolean {
  return times.length < enough.runs && times.reduce((sum, time) => sum + time, 0) < enough.milliseconds;
}
