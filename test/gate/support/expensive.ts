import { exchange } from './exchange.js';

/** Expensive queries without end, several at once. */
export interface ExpensiveLoad {
  readonly port: number;
  readonly address: string;
  readonly atOnce: number;
}

const pauseMs = 20;

/** Asks expensive queries, each another one, until told to stop. @returns how often each status came; 0 is no answer */
export async function keepBusy(
  { port, address, atOnce }: ExpensiveLoad,
  stop: AbortSignal,
): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  const client = async (name: number): Promise<void> => {
    for (let number = 0; !stop.aborted; number += 1) {
      const path = expensivePath(`${String(name)}.${String(number)}`);
      const { status } = await exchange({ path }, { port, address });
      statuses.set(status, 1 + (statuses.get(status) ?? 0));
      await new Promise(resolve => setTimeout(resolve, pauseMs));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, name) => client(name)));
  return statuses;
}

/** A query that takes all the time that it is given; the name makes it another one. */
export function expensivePath(name: string): string {
  const query = `SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STR(?c) < STR(?f)) } # ${name}`;
  return `/sparql?${new URLSearchParams({ query }).toString()}`;
}

export function statusesText(statuses: ReadonlyMap<number, number>): string {
  return (
    Array.from(statuses, ([status, times]) => `${String(times)} × ${String(status)}`).join(', ') || 'none'
  );
}
