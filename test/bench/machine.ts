import { availableParallelism, cpus, totalmem } from 'node:os';

/** What the figures were measured on. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${String(availableParallelism())} × ${cpu?.model ?? 'processor'}, ${memory} GB, Node ${process.version}`;
}
