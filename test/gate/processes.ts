import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of everything that a process started, directly or not, itself left out. */
export function descendantsOf(pid: number): number[] {
  const parents = processIds().flatMap(child => {
    const parent = parentOf(child);
    return parent === undefined ? [] : [[child, parent] as const];
  });
  const found: number[] = [];
  for (let generation = [pid]; generation.length > 0;) {
    generation = parents.filter(([, parent]) => generation.includes(parent)).map(([child]) => child);
    found.push(...generation);
  }
  return found;
}

/** A process and all that it started; empty when it has ended. */
export function familyOf(pid: number): number[] {
  return parentOf(pid) === undefined ? [] : [pid, ...descendantsOf(pid)];
}

/** Bytes in memory of some processes, added up. One that has ended counts nothing. */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((total, pid) => {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(read(pid, 'status') ?? '')?.[1];
    return total + 1_024 * Number(kilobytes ?? 0);
  }, 0);
}

/** File descriptors that a process holds; 0 when it has ended. */
export function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).length;
  } catch {
    return 0;
  }
}

export function isAlive(pid: number): boolean {
  return parentOf(pid) !== undefined;
}

function processIds(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/**
 * The parent of a process that has not ended. The name of its program, which may hold anything, stands in parentheses
 * before it (proc_pid_stat(5)).
 */
function parentOf(pid: number): number | undefined {
  const [state, parent] =
    read(pid, 'stat')
      ?.replace(/^.*\) /s, '')
      .split(' ') ?? [];
  // What ended and waits for its parent to notice holds nothing any more.
  return state === undefined || state === 'Z' ? undefined : Number(parent);
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    // It has ended.
    return undefined;
  }
}
