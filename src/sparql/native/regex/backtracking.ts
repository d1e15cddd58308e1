import type { Pattern, Repetition } from './syntax.js';

/** How much a backtracking engine may have to do with a part of a pattern, from one place in the text. */
interface Work {
  /** In how many ways it can match: so often what follows may be tried. */
  readonly ways: number;
  /** Most steps that all of these take. */
  readonly steps: number;
}

/** Characters of the text that the bound is worked out for. */
const length = 1_000_000;
/** Most steps a character. */
const maxSteps = 250;

const one: Work = { ways: 1, steps: 1 };

/**
 * Whether a backtracking engine, such as that of JavaScript, finds all matches of a pattern in a time linear in the text.
 *
 * It goes through the ways to match from one place in order (ECMAScript 2024 section 22.2.2, where each part of a pattern
 * is a function that is given what follows as another). A part that matches in `ways` ways calls what follows so often at
 * most, so that a sequence takes the steps of its first part and, for each of its ways, those of the rest; a choice takes
 * those of its branches; a repetition those of its copies one after another. A character or an anchor is one step. The
 * search tries each place of the text, of which there are `length`; where a pattern begins with the start of the text, all
 * places but one end at the first step. A match begins where the last one ended, so that all of them together try no
 * place twice.
 *
 * For a text of `length` characters these bounds are numbers: a part that can repeat without end has `length` or more ways,
 * and two of them after or inside one another, or one from each place, are the square of that and over the bound. What is
 * under it has at most one such factor, and so grows with the text and no faster.
 */
export function isLinearWhenBacktracking(pattern: Pattern): boolean {
  const { steps } = workOf(pattern);
  return (beginsAtStart(pattern) ? steps + length : steps * length) <= maxSteps * length;
}

function workOf(pattern: Pattern): Work {
  switch (pattern.kind) {
    case 'character':
      return one;
    case 'anchor':
      return pattern.anchor === 'start' || pattern.anchor === 'end' ? one : { ways: 1, steps: 4 };
    case 'group':
      return workOf(pattern.body);
    case 'sequence':
      return pattern.parts.map(workOf).reduce(followed, { ways: 1, steps: 0 });
    case 'choice':
      return pattern.parts.map(workOf).reduce(or, { ways: 0, steps: 1 });
    case 'repetition':
      return repeated(pattern);
  }
}

function followed(first: Work, rest: Work): Work {
  return { ways: first.ways * rest.ways, steps: first.steps + first.ways * rest.steps };
}

function or(a: Work, b: Work): Work {
  return { ways: a.ways + b.ways, steps: a.steps + b.steps };
}

/**
 * An iteration beyond the least number reads a character at least, or is given up. V8 is not asked where it would have to
 * look after that: its machine code for one such pattern did not end (11.3, after some ten thousand other patterns).
 */
function repeated({ body, least, most }: Repetition): Work {
  if (most > 1 && body.nullable) return { ways: Infinity, steps: Infinity };
  const { ways, steps } = workOf(body);
  const copies = Math.min(most, least + length);
  if (ways === 1) return { ways: copies - least + 1, steps: (copies + 1) * (steps + 1) };
  let all: Work = { ways: 0, steps: 0 };
  // The ways to have come through so many copies.
  let through = 1;
  for (let copy = 0; copy <= copies && all.steps < Number.MAX_SAFE_INTEGER; copy += 1) {
    all = {
      ways: all.ways + (copy < least ? 0 : through),
      steps: all.steps + through * (steps + 1),
    };
    through *= ways;
  }
  return all;
}

function beginsAtStart(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'anchor':
      return pattern.anchor === 'start';
    case 'group':
      return beginsAtStart(pattern.body);
    case 'sequence':
      return pattern.parts[0] !== undefined && beginsAtStart(pattern.parts[0]);
    default:
      return false;
  }
}
