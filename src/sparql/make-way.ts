import { getPriority, setPriority } from 'node:os';

const leastPriority = 19;

/**
 * Lets others of this machine go before the calling thread.
 * @param steps each leaves it about a fifth less of a processor that is wanted by others too (setpriority(2))
 */
export function makeWay(steps: number): void {
  // Elsewhere a priority is that of the process.
  if (process.platform === 'linux') setPriority(Math.min(leastPriority, getPriority() + steps));
}
