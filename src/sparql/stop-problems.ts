import { Problem, type ProblemKind } from '../errors.js';

/** Queries that were stopped for these cost twice what they took. */
export const costsTwice: ReadonlySet<ProblemKind> = new Set(['time-limit', 'memory-limit'] as const);

/** A query was stopped at its deadline. */
export function timeLimit(timeoutMs: number): Problem {
  return new Problem(
    'time-limit',
    `The query was stopped after ${timeoutMs / 1000} s, the limit here. Narrow it, add a LIMIT, or take a dump.`,
    { limitMs: timeoutMs, retryAfter: 5 },
  );
}

/** A query was lost with its worker, and cannot be asked again. */
export function brokenOff(): Problem {
  return new Problem('unavailable', 'The query was broken off by a fault of the server. Ask again.', {
    retryAfter: 1,
  });
}

/** A worker died that ran nothing but the query. */
export function deathOf(fault: Error & { code?: string }): Problem {
  return fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Problem(
        'memory-limit',
        'The query needs more memory than one query may take. Narrow it, or add a LIMIT.',
      )
    : new Problem('internal', 'The query stopped on a fault of the server.');
}

/** A query was stopped that did not pause. */
export function stepLimit(ms: number): Problem {
  return new Problem(
    'time-limit',
    `The query was stopped: one step of it took ${ms / 1000} s, and others cannot go on meanwhile. Make its expressions or patterns simpler.`,
    { limitMs: ms, retryAfter: 5 },
  );
}
