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
      outcomes.set(query.name, await outcomeOf(peer, query, plan));
    }
    return { peer: peer.name, over: peer.over, loaded, outcomes };
  } finally {
    await peer.close();
  }
}

async function outcomeOf(peer: Peer, { text }: Query, { runs, limit }: Plan): Promise<Outcome> {
  try {
    const first = await peer.ask(text, { rows: true, limit });
    const times: number[] = first.milliseconds > slow ? [first.milliseconds] : [];
    while (first.milliseconds <= slow && (times.length < runs || mayGoOn(times)))
      times.push((await peer.ask(text, { rows: false, limit })).milliseconds);
    return { type: 'answered', median: median(times), times, rows: first.rows ?? [] };
  } catch (error) {
    if (error instanceof OverTime) return { type: 'over-time', limit };
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function mayGoOn(times: readonly number[]): boolean {
  return times.length < enough.runs && times.reduce((sum, time) => sum + time, 0) < enough.milliseconds;
}
