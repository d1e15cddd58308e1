import type { Pattern, Repetition } from '../../../../src/sparql/native/regex/syntax.js';

/** A match: its two ends, and the text of each group. */
export type Found = readonly (string | number | undefined)[];

interface State {
  readonly at: number;
  readonly groups: readonly (string | undefined)[];
}

type Rest = (state: State) => State | undefined;

/** So many steps are too many for a test. */
const maxSteps = 20_000;

class TooLong extends Error {}

/**
 * All matches of a pattern, found in the way in which ECMAScript 2024 defines them (section 22.2.2): by trying all ways in
 * order, each part given what follows it.
 * @returns undefined when these are too many
 */
export function matchesAsSpecified(root: Pattern, groups: number, text: string): Found[] | undefined {
  const search = new Search(text);
  const none = Array.from({ length: groups }, () => undefined);
  const found: Found[] = [];
  try {
    for (let start = 0; start <= text.length;) {
      const end = search.match(root, { at: start, groups: none }, state => state);
      if (end) found.push([start, end.at, ...end.groups]);
      start = end && end.at > start ? end.at : start + lengthAt(text, start);
    }
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
  return found;
}

/** Whether something that may match nothing is repeated. */
export function repeatsNothing(pattern: Pattern): boolean {
  if (pattern.kind === 'sequence' || pattern.kind === 'choice') return pattern.parts.some(repeatsNothing);
  if (pattern.kind === 'group') return repeatsNothing(pattern.body);
  if (pattern.kind !== 'repetition') return false;
  return (pattern.most > 1 && pattern.body.nullable) || repeatsNothing(pattern.body);
}

class Search {
  #steps = 0;

  constructor(private readonly text: string) {}

  match(pattern: Pattern, state: State, rest: Rest): State | undefined {
    if (++this.#steps > maxSteps) throw new TooLong();
    const { at, groups } = state;
    switch (pattern.kind) {
      case 'character': {
        const read = this.text.codePointAt(at);
        const isMember = read !== undefined && pattern.set.has(read);
        return isMember ? rest({ at: at + lengthAt(this.text, at), groups }) : undefined;
      }
      case 'anchor':
        return at === (pattern.anchor === 'start' ? 0 : this.text.length) ? rest(state) : undefined;
      case 'sequence':
        return this.#sequence(pattern.parts, state, rest);
      case 'choice':
        return first(pattern.parts, part => this.match(part, state, rest));
      case 'group': {
        const from = at;
        return this.match(pattern.body, state, ({ at, groups }) =>
          rest({ at, groups: groups.with(pattern.number - 1, this.text.slice(from, at)) }),
        );
      }
      case 'repetition':
        return this.#repetition(pattern, state, rest);
    }
  }

  #sequence([part, ...others]: readonly Pattern[], state: State, rest: Rest): State | undefined {
    if (!part) return rest(state);
    return this.match(part, state, next => this.#sequence(others, next, rest));
  }

  /** Section 22.2.2.3.1, RepeatMatcher. */
  #repetition(repeated: Repetition, state: State, rest: Rest): State | undefined {
    const { body, least, most, lazy, groups } = repeated;
    if (most === 0) return rest(state);
    const [from, to] = groups;
    const fewer = { ...repeated, least: Math.max(0, least - 1), most: most - 1 };
    const cleared = state.groups.map((text, i) => (i + 1 >= from && i + 1 < to ? undefined : text));
    const again = () =>
      this.match(body, { at: state.at, groups: cleared }, next =>
        least === 0 && next.at === state.at ? undefined : this.#repetition(fewer, next, rest),
      );
    if (least > 0) return again();
    return lazy ? (rest(state) ?? again()) : (again() ?? rest(state));
  }
}

function first<T>(items: readonly T[], attempt: (item: T) => State | undefined): State | undefined {
  for (const item of items) {
    const found = attempt(item);
    if (found) return found;
  }
  return undefined;
}

function lengthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
