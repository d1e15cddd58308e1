import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/** Processes that lead a group of their own and go when this one does, with all that they started. */
const running = new Set<ChildProcess>();

process.once('exit', endAll);
// An exit ends the processes that were started; the default of a signal would leave them running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** Remembers a process that was started with `detached`, so that nothing of it outlives this one. */
export function tracked(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => {
    // What it had started itself may still be there.
    killGroup(child);
    running.delete(child);
  });
  return child;
}

/** Ends, at once, whatever was started and has not ended. */
export function endAll(): void {
  for (const child of running) killGroup(child);
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Asks a process to end, and ends it with its group once the time given, in milliseconds, is over. */
export async function end(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const gaveUp = new AbortController();
  const late = setTimeout(graceMs, 'late', { signal: gaveUp.signal }).catch(() => 'ended');
  if ((await Promise.race([ended, late])) === 'late') killGroup(child);
  gaveUp.abort();
  await ended;
}

/** SIGKILL to a process and everything in its group. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // There is nobody left in the group.
  }
}
