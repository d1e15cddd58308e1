import { createHash } from 'node:crypto';

/** A solution as texts: a column to what stands there. */
export type Cells = ReadonlyMap<string, string>;

/** Names of blank nodes begin so; each stands for what its colour says, until it is paired. */
const isBlank = (value: string) => value.startsWith('_:');

type Colours = Map<string, string>;

/**
 * Whether two bags of rows are equal up to the names of blank nodes: colour refinement over the rows that a node stands
 * in, then pairing one node of an undecided class with each candidate (the scheme of McKay, "Practical graph isomorphism").
 */
export function isomorphic(one: readonly Cells[], other: readonly Cells[]): boolean {
  return match(one, start(one), other, start(other));
}

function start(rows: readonly Cells[]): Colours {
  const nodes = new Set(rows.flatMap(row => [...row.values()].filter(isBlank)));
  return new Map([...nodes].map(node => [node, '']));
}

function match(one: readonly Cells[], colours: Colours, other: readonly Cells[], others: Colours): boolean {
  const mine = refine(one, colours);
  const theirs = refine(other, others);
  if (printed(one, mine) !== printed(other, theirs)) return false;
  const open = undecided(one, mine);
  if (!open) return true;
  const [node, colour] = open;
  return [...theirs]
    .filter(([, candidate]) => candidate === colour)
    .some(([candidate]) =>
      match(one, new Map(mine).set(node, `${colour}!`), other, new Map(theirs).set(candidate, `${colour}!`)),
    );
}

/**
 * A node that shares its colour with another one, and a row with a third one that does. The others stand apart: their
 * colour says all there is to say of them.
 */
function undecided(rows: readonly Cells[], colours: Colours): [node: string, colour: string] | undefined {
  const counts = new Map<string, number>();
  for (const colour of colours.values()) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const isShared = (value: string) => (counts.get(colours.get(value) ?? '') ?? 0) > 1;
  for (const row of rows) {
    const [node, another] = new Set([...row.values()].filter(isShared));
    if (node !== undefined && another !== undefined) return [node, colours.get(node) ?? ''];
  }
  return undefined;
}

function refine(rows: readonly Cells[], colours: Colours): Colours {
  let current = colours;
  for (;;) {
    const next = new Map(
      [...current].map(([node, colour]) => {
        const around = rows
          .filter(row => [...row.values()].includes(node))
          .map(row => printRow(row, value => (value === node ? '_:self' : (current.get(value) ?? value))));
        return [node, digest(`${colour}\n${around.sort().join('\n')}`)];
      }),
    );
    if (new Set(next.values()).size === new Set(current.values()).size) return next;
    current = next;
  }
}

/** Colours stay short however often they are refined. */
function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

function printed(rows: readonly Cells[], colours: Colours): string {
  return rows
    .map(row => printRow(row, value => colours.get(value) ?? value))
    .sort()
    .join('\n\n');
}

function printRow(row: Cells, name: (value: string) => string): string {
  return [...row]
    .map(([column, value]) => `${column}=${name(value)}`)
    .sort()
    .join('\n');
}
