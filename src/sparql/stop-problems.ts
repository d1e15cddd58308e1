import { Problem, type ProblemKind } from '../errors.js';

/** Queries that were stopped for these cost twice what they took. */
export const costsTwice: ReadonlySet<ProblemKind> = new Set(['time-limit', 'memory-limit'] as const);

/** A query was stopped at its deadline. */
export function timeLimit(timeoutMs: number): Problem {
  return new Problem(
    'time-limit',
    {
      en: `The query was stopped after ${timeoutMs / 1000} s, the limit here. Narrow it, add a LIMIT, or take a dump.`,
      fr: `La requête a été arrêtée après ${timeoutMs / 1000} s, la limite ici. Resserrez-la, ajoutez un LIMIT ou prenez un export.`,
    },
    { limitMs: timeoutMs, retryAfter: 5 },
  );
}

/** A query was lost with its worker, and cannot be asked again. */
export function brokenOff(): Problem {
  return new Problem(
    'unavailable',
    {
      en: 'The query was broken off by a fault of the server. Ask again.',
      fr: 'La requête a été interrompue par une faute du serveur. Redemandez-la.',
    },
    { retryAfter: 1 },
  );
}

/** A worker died that ran nothing but the query. */
export function deathOf(fault: Error & { code?: string }): Problem {
  return fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Problem('memory-limit', {
        en: 'The query needs more memory than one query may take. Narrow it, or add a LIMIT.',
        fr: "La requête demande plus de mémoire qu'une seule n'en peut prendre. Resserrez-la ou ajoutez un LIMIT.",
      })
    : new Problem('internal', {
        en: 'The query stopped on a fault of the server.',
        fr: "La requête s'est arrêtée sur une faute du serveur.",
      });
}

/** A query was stopped that did not pause. */
export function stepLimit(ms: number): Problem {
  return new Problem(
    'time-limit',
    {
      en: `The query was stopped: one step of it took ${ms / 1000} s, and others cannot go on meanwhile. Make its expressions or patterns simpler.`,
      fr: `La requête a été arrêtée : une de ses étapes a pris ${ms / 1000} s, et les autres requêtes attendent. Simplifiez ses expressions ou ses motifs.`,
    },
    { limitMs: ms, retryAfter: 5 },
  );
}
