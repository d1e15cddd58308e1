import { Problem } from '../errors.js';
import type { AnswerMessage } from './messages.js';

type ProblemMessage = Extract<AnswerMessage, { type: 'problem' }>;

/**
 * What the pool is told of an error that ended a query. What the user can mend comes as a Problem, as does the bound that a
 * query met; an error inside an expression is a value to both engines (SPARQL 1.1 Query section 17.2). All else is a fault
 * of ours: its stack is for the log, and the user is told nothing of the inside.
 */
export function messageOf(error: unknown): ProblemMessage {
  if (error instanceof Problem) {
    const { kind, words, members } = error;
    return { type: 'problem', kind, words, members };
  }
  // The query was told to stop, and nobody reads what becomes of it.
  if (error instanceof Error && error.name === 'AbortError')
    return { type: 'problem', kind: 'unavailable', words: { en: 'The query was stopped.' }, members: {} };
  const words = {
    en: 'The query stopped on a fault of the server, which was logged.',
    fr: "La requête s'est arrêtée sur une faute du serveur, qui a été notée.",
  };
  return { type: 'problem', kind: 'internal', words, members: {}, fault: stackOf(error) };
}

/** The problem that a message tells of. A fault is its cause, for the log. */
export function problemOf({ kind, words, members, fault }: ProblemMessage): Problem {
  const problem = new Problem(kind, words, members);
  if (fault !== undefined) problem.cause = Object.assign(new Error('Fault of a query.'), { stack: fault });
  return problem;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
