import { choice, repetition, sequence, type Pattern, type Repetition } from './syntax.js';

/** At which ends of a pattern a part of it stands. */
interface Ends {
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * A pattern without groups that some part of a text matches exactly when some part of it matches the given one:
 * repetitions at its ends are as short as they may be, so that `.*(word).*` is `word`.
 */
export function trimmedPattern(pattern: Pattern): Pattern {
  return trimmed(pattern, { first: true, last: true });
}

function trimmed(pattern: Pattern, ends: Ends): Pattern {
  switch (pattern.kind) {
    case 'character':
    case 'anchor':
      return pattern;
    case 'group':
      return trimmed(pattern.body, ends);
    case 'choice':
      return choice(pattern.parts.map(part => trimmed(part, ends)));
    case 'repetition':
      return trimmedRepetition(pattern, ends.first || ends.last);
    case 'sequence':
      return trimmedSequence(pattern.parts, ends);
  }
}

function trimmedRepetition(pattern: Repetition, isAtEnd: boolean): Pattern {
  const { least, most, lazy } = pattern;
  const body = trimmed(pattern.body, { first: false, last: false });
  return repetition({ body, least, most: isAtEnd ? least : most, lazy, groups: [0, 0] });
}

function trimmedSequence(parts: readonly Pattern[], { first, last }: Ends): Pattern {
  const end = parts.length - 1;
  return sequence(
    parts
      .map((part, at) => trimmed(part, { first: first && at === 0, last: last && at === end }))
      .filter(part => part.kind !== 'repetition' || part.most > 0),
  );
}
