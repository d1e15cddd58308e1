import { isLinearWhenBacktracking } from './backtracking.js';
import { sequence, type Pattern } from './syntax.js';

/**
 * A part that every match of a pattern has, and that a backtracking engine finds in linear time: the longest one.
 * @returns undefined when there is none
 */
export function requiredPart(pattern: Pattern): Pattern | undefined {
  const [longest] = partsOf(pattern)
    .filter(part => isLinearWhenBacktracking(part))
    .map(part => ({ part, length: leastLength(part) }))
    .sort((a, b) => b.length - a.length);
  return longest && longest.length > 0 ? longest.part : undefined;
}

/** Parts that every match has, as long as what they consist of has an end. */
function partsOf(pattern: Pattern): Pattern[] {
  switch (pattern.kind) {
    case 'group':
      return partsOf(pattern.body);
    case 'repetition':
      return pattern.least > 0 ? partsOf(pattern.body) : [];
    case 'sequence':
      return partsOfSequence(pattern.parts);
    default:
      return [pattern];
  }
}

function partsOfSequence(parts: readonly Pattern[]): Pattern[] {
  const found: Pattern[] = [];
  let run: Pattern[] = [];
  for (const part of parts) {
    if (isLinearWhenBacktracking(part)) run.push(part);
    else {
      // A repetition begins and ends with a copy of its body.
      const copy = part.kind === 'repetition' && part.least > 0 ? [part.body] : [];
      found.push(sequence([...run, ...copy]), ...partsOf(part));
      run = copy;
    }
  }
  return [...found, sequence(run)];
}

/** Least characters of a match. */
function leastLength(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'character':
      return 1;
    case 'anchor':
      return 0;
    case 'group':
      return leastLength(pattern.body);
    case 'sequence':
      return pattern.parts.reduce((sum, part) => sum + leastLength(part), 0);
    case 'choice':
      return Math.min(...pattern.parts.map(leastLength));
    case 'repetition':
      return pattern.least * leastLength(pattern.body);
  }
}
