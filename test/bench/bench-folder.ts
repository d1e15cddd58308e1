import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what a bench writes, which goes when it ends, and with it every process that it started. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communaux-bench-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  // An exit ends the processes that were started; the default of a signal would leave them running.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return folder;
}
