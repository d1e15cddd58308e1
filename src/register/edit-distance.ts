/** Longer names are no slips of one another; comparing them would cost in the square of their length. */
const longestCompared = 100;

/** How many slips of the pen still leave a name recognisable. */
function mostSlips({ length }: string): number {
  return Math.min(3, Math.max(1, Math.floor(length / 3)));
}

/**
 * The known name that a misspelt one is nearest to; undefined when none is near. Letters that are left out, put in,
 * exchanged for another or swapped with the next are a slip each; small and capital letters are the same.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  if (name.length > longestCompared) return undefined;
  let least = mostSlips(name) + 1;
  let nearest: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least + 1) continue;
    const slips = editDistance(wanted, candidate.toLowerCase());
    // Of two that are as near, the one with more of the same letters at the same places, as `title` for `Titel`.
    if (slips < least || (slips === least && nearest !== undefined && isNearer(name, candidate, nearest))) {
      least = slips;
      nearest = candidate;
    }
  }
  return nearest;
}

function isNearer(name: string, candidate: string, than: string): boolean {
  const firstLetter = (other: string) => (other[0] === name[0] ? 0 : 1);
  return (
    editDistance(name, candidate) + firstLetter(candidate) < editDistance(name, than) + firstLetter(than)
  );
}

/** Slips from one text to the other, swapped neighbours being one (the restricted Damerau-Levenshtein distance). */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const slips = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const changed = slips(row - 1, column - 1) + (isSame ? 0 : 1);
      const swapped = isSwapped ? slips(row - 2, column - 2) + 1 : Infinity;
      current.push(Math.min(slips(row - 1, column) + 1, slips(row, column - 1) + 1, changed, swapped));
    }
  }
  return slips(a.length, b.length);
}
