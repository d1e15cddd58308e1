import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { HostileRequest } from '../hostile/hostile-request.js';
import { exchange } from './exchange.js';
import { judge } from './judge.js';

/** Attackers that ask one request after the other and heed no refusal. */
export interface Attack {
  readonly port: number;
  readonly address: string;
  readonly clients: number;
  readonly requests: readonly HostileRequest[];
  readonly triples: number;
}

/** What attackers were answered. */
export interface Tally {
  /** How often each outcome came. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Answers that nobody should get. */
  readonly faults: readonly string[];
}

/** An attacker that is refused asks again after so many milliseconds: its own work is done on the same cores. */
const pauseMs = 10;

/** Attacks until told to stop. What is under way then is cut. */
export async function attack(plan: Attack, stop: AbortSignal): Promise<Tally> {
  const outcomes = new Map<string, number>();
  const faults = new Set<string>();
  setMaxListeners(0, stop);
  const from = { port: plan.port, address: plan.address, signal: stop };
  const client = async (first: number): Promise<void> => {
    for (let number = first; !stop.aborted; number += 1) {
      const request = requestAt(number, plan.requests);
      const reply = await exchange(request, from);
      if (stop.aborted) return;
      const { outcome, fault } = judge(request, reply, plan.triples);
      outcomes.set(outcome, 1 + (outcomes.get(outcome) ?? 0));
      if (fault !== undefined) faults.add(`${request.name}: ${fault}`);
      await setTimeout(pauseMs);
    }
  };
  const share = Math.ceil(plan.requests.length / plan.clients);
  await Promise.all(Array.from({ length: plan.clients }, (_, number) => client(number * share)));
  return { outcomes, faults: [...faults] };
}

function requestAt(number: number, requests: readonly HostileRequest[]): HostileRequest {
  const request = requests[number % requests.length];
  if (!request) throw new Error('There is nothing to attack with.');
  return request;
}

/** Outcomes in a line, the most frequent first. */
export function tallyText({ outcomes }: Tally): string {
  const sorted = [...outcomes].sort(([, a], [, b]) => b - a);
  return sorted.map(([outcome, times]) => `${String(times)} × ${outcome}`).join(', ');
}
