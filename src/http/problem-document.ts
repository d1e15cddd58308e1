import type { Problem, ProblemMembers } from '../errors.js';
import type { Language } from '../register/text.js';

/** Where the kinds of problem are explained. */
const problemTypes = 'https://w3id.org/communaux/problem/';

/**
 * The document of a problem (RFC 9457), in the language asked for if it is told in that, else in English.
 * @param members beside those of the RFC; absent: those of the problem
 */
export function problemDocument(
  { kind, title, status, words, members: own }: Problem,
  asked: Language,
  members: ProblemMembers = own,
): { readonly body: string; readonly language: Language } {
  const said = words[asked];
  const detail = said ?? words.en;
  const language = said === undefined ? 'en' : asked;
  return {
    language,
    body: JSON.stringify({ type: problemTypes + kind, title, status, detail, ...members }),
  };
}
