import type { CharacterSet } from './character-set.js';

/** What an instruction does before the search goes on. */
export const operations = {
  /** The search ends here without a match. */
  fail: 0,
  match: 1,
  /** Reads a character of the set `argument`. */
  read: 2,
  /** Goes on with `next` if that leads to a match, else with `other`. */
  split: 3,
  /** Remembers the place in the slot `argument`: groups begin in even slots, and end in odd ones. */
  save: 4,
  /** Forgets the slots from `argument` to before `other`. */
  forget: 5,
  /** Goes on where the condition `argument` on the place holds. */
  test: 6,
} as const;

export type Operation = (typeof operations)[keyof typeof operations];

/** Conditions on a place, as bits. */
export const placeBits = { start: 1, end: 2, 'line start': 4, 'line end': 8 } as const;

export interface Instruction {
  readonly operation: Operation;
  next: number;
  other: number;
  readonly argument: number;
}

/**
 * A non-deterministic automaton (K. Thompson, Communications of the ACM 11(6), 1968), in columns. An instruction stands
 * after all those to which it goes on without reading a character: there is no way around in a circle without one.
 */
export interface Program {
  readonly length: number;
  readonly operations: Uint8Array;
  readonly next: Int32Array;
  readonly other: Int32Array;
  readonly argument: Int32Array;
  readonly start: number;
  readonly sets: readonly CharacterSet[];
  /** Places that a match remembers: two for each group. */
  readonly slots: number;
  /** Bits of the conditions that any instruction tests. */
  readonly tested: number;
}

/** The program of these instructions, put into order. */
export function programOf(
  instructions: readonly Instruction[],
  { start, sets, slots }: Pick<Program, 'start' | 'sets' | 'slots'>,
): Program {
  const order = ordered(instructions);
  const place = new Int32Array(instructions.length);
  order.forEach((from, to) => (place[from] = to));
  const column = (read: (instruction: Instruction) => number) =>
    Int32Array.from(order, at => read(instructions[at]!));
  const isForget = ({ operation }: Instruction) => operation === operations.forget;
  return {
    length: order.length,
    operations: Uint8Array.from(order, at => instructions[at]!.operation),
    next: column(({ next }) => place[next]!),
    other: column(instruction => (isForget(instruction) ? instruction.other : place[instruction.other]!)),
    argument: column(({ argument }) => argument),
    start: place[start]!,
    sets,
    slots,
    tested: instructions.reduce(
      (bits, { operation, argument }) => (operation === operations.test ? bits | argument : bits),
      0,
    ),
  };
}

/** Numbers of instructions, each after those that it goes on to at once: a depth-first search, without recursion. */
function ordered(instructions: readonly Instruction[]): number[] {
  const order: number[] = [];
  const [begun, done] = [1, 2];
  const marks = new Uint8Array(instructions.length);
  const path: number[] = [];
  for (let from = 0; from < instructions.length; from += 1) {
    path.push(from);
    while (path.length > 0) {
      const at = path.at(-1)!;
      const ahead = marks[at] === 0 ? successors(instructions[at]!).filter(next => marks[next] === 0) : [];
      marks[at] ||= begun;
      if (ahead.length > 0) path.push(...ahead);
      else {
        path.pop();
        if (marks[at] === begun) order.push(at);
        marks[at] = done;
      }
    }
  }
  return order;
}

/** Where it goes on without reading a character. */
function successors({ operation, next, other }: Instruction): number[] {
  switch (operation) {
    case operations.fail:
    case operations.match:
    case operations.read:
      return [];
    case operations.split:
      return [next, other];
    default:
      return [next];
  }
}
