import { Problem } from '../errors.js';
import type { AnswerMessage } from './messages.js';

type ProblemMessage = Extract<AnswerMessage, { type: 'problem' }>;

/**
 * What the pool is told of an error that ended a query. What the user can mend comes as a Problem, as does the bound that a
 * query met; an error inside an expression is a value to both engines (SPARQL 1.1 Query section 17.2), but for a regular
 * expression that is none. All else is a fault of ours: its stack is for the log, and the user is told nothing of the inside.
 */
export function messageOf(error: unknown): ProblemMessage {
  if (error instanceof Problem) return told(error);
  if (isBadRegex(error)) return told(new Problem('refused', badRegex));
  // The query was told to stop, and nobody reads what becomes of it.
  if (error instanceof Error && error.name === 'AbortError')
    return { type: 'problem', kind: 'unavailable', detail: 'The query was stopped.', members: {} };
  const detail = 'The query stopped on a fault of the server, which was logged.';
  return { type: 'problem', kind: 'internal', detail, members: {}, fault: stackOf(error) };
}

function told({ kind, message, members }: Problem): ProblemMessage {
  return { type: 'problem', kind, detail: message, members };
}

const badRegex = 'A regular expression that the query uses is not valid. Mend its pattern or its flags.';

/** Comunica 5.4 makes a RegExp of what it is given, and lets the error of JavaScript out. */
function isBadRegex(error: unknown): boolean {
  return error instanceof SyntaxError && /^Invalid (?:regular expression|flags)\b/.test(error.message);
}

/** The problem that a message tells of. A fault is its cause, for the log. */
export function problemOf({ kind, detail, members, fault }: ProblemMessage): Problem {
  const problem = new Problem(kind, detail, members);
  if (fault !== undefined) problem.cause = Object.assign(new Error('Fault of a query.'), { stack: fault });
  return problem;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
