import type { Slot } from '../batch.js';
import type { Part } from './part.js';

/** A part at its place in a join. */
export interface Ordered {
  readonly part: Part;
  /** Rows expected for each row that comes in. */
  readonly rows: number;
}

interface Choice extends Ordered {
  readonly key: number;
}

/**
 * Greedy join order: always the part that is expected to give the fewest rows with what is bound by then. A part that
 * cannot take the solutions before it costs a run of its own, so it counts with all its rows. Only the parts that mention
 * what was bound last are looked at anew.
 */
export function joinOrder(parts: readonly Part[], bound: ReadonlySet<Slot>): Ordered[] {
  const known = new Set(bound);
  const choices = new Map<Part, Choice>();
  for (const part of parts) choices.set(part, choiceOf(part, part.fanout(known), known));
  const mentioning = partsBySlot(parts);
  const ordered: Ordered[] = [];
  while (choices.size > 0) {
    const best = leastOf(choices.values());
    choices.delete(best.part);
    ordered.push(best);
    const isFirst = known.size === 0;
    const affected = bind(best.part, known, mentioning);
    for (const [part, { rows }] of isFirst ? choices : [])
      if (!affected.has(part)) choices.set(part, choiceOf(part, rows, known));
    for (const part of affected)
      if (choices.has(part)) choices.set(part, choiceOf(part, part.fanout(known), known));
  }
  return ordered;
}

function leastOf(choices: Iterable<Choice>): Choice {
  let least: Choice | undefined;
  for (const choice of choices) if (!least || choice.key < least.key) least = choice;
  return least!;
}

function partsBySlot(parts: readonly Part[]): ReadonlyMap<Slot, readonly Part[]> {
  const mentioning = new Map<Slot, Part[]>();
  for (const part of parts)
    for (const slot of part.mentions) {
      const known = mentioning.get(slot) ?? [];
      if (known.length === 0) mentioning.set(slot, known);
      known.push(part);
    }
  return mentioning;
}

/** Adds what a part binds to what is known. @returns the parts that mention any of it that is new */
function bind(part: Part, known: Set<Slot>, mentioning: ReadonlyMap<Slot, readonly Part[]>): Set<Part> {
  const affected = new Set<Part>();
  for (const slot of part.binds.possible) {
    if (known.has(slot)) continue;
    known.add(slot);
    for (const other of mentioning.get(slot) ?? []) affected.add(other);
  }
  return affected;
}

function choiceOf(part: Part, rows: number, known: ReadonlySet<Slot>): Choice {
  // What shares no variable with the rest multiplies it; it comes early only when it gives next to nothing.
  const isApart = known.size > 0 && rows > 1 && !joins(part, known);
  return { part, rows, key: isApart ? rows * 1_000 : rows };
}

function joins({ binds }: Part, known: ReadonlySet<Slot>): boolean {
  for (const slot of binds.possible) if (known.has(slot)) return true;
  return false;
}
