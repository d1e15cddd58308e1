import { z } from 'zod';
import type { HostileRequest } from '../hostile/hostile-request.js';
import type { Reply } from './exchange.js';

/** What became of a request, in a word or two, and what is wrong with that. */
export interface Verdict {
  readonly outcome: string;
  readonly fault?: string;
}

/** RFC 9457 section 3.1, and a detail that says what to mend. */
const problem = z.object({ type: z.string().min(1), status: z.number(), detail: z.string().min(10) });

/** What the JavaScript engine says of a fault of ours, which is no refusal that anybody can act on. */
const inside =
  /Invalid string length|Maximum call stack|out of memory|is not (a function|iterable|defined)|undefined/;

/** Judges what a hostile request was answered with, on a register of so many triples. */
export function judge(request: HostileRequest, reply: Reply, triples: number): Verdict {
  const { status, ending, error = '' } = reply;
  if (ending === 'none' || ending === 'late') return { outcome: ending, fault: `no answer: ${error}` };
  if (status >= 400) return judgeRefusal(request, reply);
  if (ending === 'cut') return allow(request, 'cut', 'a part of an answer');
  const verdict = allow(request, 'whole', 'an answer where none is possible');
  if (verdict.fault !== undefined || (request.isRight?.(reply, triples) ?? true)) return verdict;
  return { ...verdict, fault: `a wrong answer: ${reply.head.slice(0, 80)}` };
}

function allow({ allowed }: HostileRequest, outcome: 'whole' | 'cut', fault: string): Verdict {
  return allowed.includes(outcome) ? { outcome } : { outcome, fault };
}

function judgeRefusal({ method, allowed }: HostileRequest, reply: Reply): Verdict {
  const { status, headers, head, ending } = reply;
  const outcome = String(status);
  if (status >= 500 && status !== 503) return { outcome, fault: `status ${outcome}` };
  if (ending === 'cut') return { outcome, fault: 'a part of a refusal' };
  if (!allowed.includes('refusal')) return { outcome, fault: 'refused, though it is harmless' };
  // The answer to HEAD is that to GET without its body (RFC 9110 section 9.3.2).
  if (method === 'HEAD') return { outcome };
  const read = problem.safeParse(parsed(head));
  if (!headers['content-type']?.startsWith('application/problem+json') || !read.success)
    return { outcome, fault: 'no problem document with a detail' };
  const kind = read.data.type.replace(/^.*\//, '');
  if (read.data.status !== status) return { outcome, fault: `the problem says ${String(read.data.status)}` };
  if (inside.test(read.data.detail))
    return { outcome, fault: `a detail that tells of the inside: ${read.data.detail.slice(0, 80)}` };
  return { outcome: `${outcome} ${kind}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
