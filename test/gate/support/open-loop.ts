import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { exchange, type Reply, type Sent } from './exchange.js';

/** A request of a harmless client, and how its answer is known to be right. */
export interface Harmless extends Sent {
  /** What it is counted with. */
  readonly sort: string;
  readonly status: number;
  /** What the body ends with, spaces left out; nothing when any will do. */
  readonly end?: string;
}

/** What a harmless client does. */
export interface Plan {
  readonly port: number;
  readonly address: string;
  readonly perSecond: number;
  readonly requests: readonly Harmless[];
  /** Whether each request has a connection of its own. */
  readonly newConnections?: boolean;
}

/** How a request went. */
export interface Sample {
  readonly sort: string;
  readonly path: string;
  /** When it was due and when it was sent, in milliseconds of the clock. */
  readonly dueAt: number;
  readonly sentAt: number;
  /** From when it was due to the last byte: what waited behind others is not hidden. */
  readonly ms: number;
  /** What was wrong with the answer. */
  readonly fault?: string;
}

const giveUpMs = 35_000;

/**
 * Sends requests by the clock, whether those before were answered or not, until told to stop; then waits for the answers
 * that are due.
 */
export async function openLoop(plan: Plan, stop: AbortSignal): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true });
  const begun = Date.now();
  const pending: Promise<Sample>[] = [];
  for (let number = 0; !stop.aborted; number += 1) {
    const dueAt = begun + (1_000 * number) / plan.perSecond;
    await until(dueAt, stop);
    const request = plan.requests[number % plan.requests.length];
    if (stop.aborted || !request) break;
    pending.push(sampled(request, dueAt, { ...plan, ...(plan.newConnections ? {} : { agent }) }));
  }
  const samples = await Promise.all(pending);
  agent.destroy();
  return samples;
}

async function until(time: number, signal: AbortSignal): Promise<void> {
  const wait = time - Date.now();
  if (wait > 0) await setTimeout(wait, undefined, { signal }).catch(() => undefined);
}

async function sampled(
  request: Harmless,
  dueAt: number,
  { port, address, agent }: Plan & { readonly agent?: Agent },
): Promise<Sample> {
  const sentAt = Date.now();
  const reply = await exchange(request, {
    port,
    address,
    timeoutMs: giveUpMs,
    ...(agent ? { agent } : {}),
  });
  const { sort, path } = request;
  const fault = faultOf(request, reply);
  const ms = sentAt - dueAt + reply.ms;
  return { sort, path, dueAt, sentAt, ms, ...(fault === undefined ? {} : { fault }) };
}

/** What is wrong with an answer to a harmless request. */
function faultOf({ status, end }: Harmless, reply: Reply): string | undefined {
  if (reply.ending !== 'whole') return `${reply.ending}: ${reply.error ?? ''}`;
  if (reply.status !== status) return `status ${String(reply.status)}: ${reply.head.slice(0, 200)}`;
  if (end !== undefined && !reply.tail.trimEnd().endsWith(end)) return `ends with "${reply.tail.slice(-40)}"`;
  return undefined;
}
