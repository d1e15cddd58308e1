import {
  operations,
  placeBits,
  programOf,
  type Instruction,
  type Operation,
  type Program,
} from './program.js';
import type { ParsedPattern, Pattern, Repetition } from './syntax.js';

/**
 * Where the search goes on behind a part: after the part has read a character, and where it has read none. The two differ
 * inside a repetition, of which an iteration that reads nothing is given up (ECMAScript 2024 section 22.2.2.3.1), so that
 * no search goes around in a circle.
 */
interface Behind {
  readonly read: number;
  readonly unread: number;
}

const fail = 0;
const match = 1;

/** The automaton of a pattern, whose size must have been looked at before. */
export function compileProgram({ root, groups }: ParsedPattern): Program {
  const compiler = new Compiler();
  const start = compiler.compile(root, { read: match, unread: match });
  return programOf(compiler.instructions, { start, sets: compiler.sets, slots: (groups + 1) * 2 });
}

class Compiler {
  readonly instructions: Instruction[] = [
    { operation: operations.fail, next: 0, other: 0, argument: 0 },
    { operation: operations.match, next: 1, other: 1, argument: 0 },
  ];
  /** Instructions by what they say: those that say the same are one. */
  readonly #written = new Map<string, number>();
  /** Where repetitions without end come back to, by what is behind them. */
  readonly #loops = new Map<Repetition, Map<number, number>>();
  readonly #sets = new Map<string, { readonly set: Program['sets'][number]; readonly index: number }>();
  /** What was compiled already, by part and by what is behind it: each copy of a part is asked for twice. */
  readonly #known = new Map<Pattern, Map<string, number>>();

  get sets(): Program['sets'] {
    return [...this.#sets.values()].map(({ set }) => set);
  }

  /** @returns the instruction that a part begins with */
  compile(pattern: Pattern, behind: Behind): number {
    const unread = pattern.nullable ? behind.unread : behind.read;
    const key = `${behind.read} ${unread}`;
    const known = this.#known.get(pattern) ?? new Map<string, number>();
    this.#known.set(pattern, known);
    const start = known.get(key) ?? this.#compile(pattern, { read: behind.read, unread });
    known.set(key, start);
    return start;
  }

  #compile(pattern: Pattern, behind: Behind): number {
    switch (pattern.kind) {
      case 'character':
        return this.#add(operations.read, behind.read, { argument: this.#setIndex(pattern.set) });
      case 'anchor':
        return this.#add(operations.test, behind.unread, { argument: placeBits[pattern.anchor] });
      case 'group':
        return this.#group(pattern.number, pattern.body, behind);
      case 'choice':
        return pattern.parts
          .map(part => this.compile(part, behind))
          .reduceRight((other, next) => this.#split(next, other));
      case 'sequence':
        return this.#sequence(pattern.parts, behind);
      case 'repetition':
        return this.#repetition(pattern, behind);
    }
  }

  #add(
    operation: Operation,
    next: number,
    { other = 0, argument = 0 }: Partial<Pick<Instruction, 'other' | 'argument'>>,
  ): number {
    const key = `${operation} ${next} ${other} ${argument}`;
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const added = this.instructions.push({ operation, next, other, argument }) - 1;
    this.#written.set(key, added);
    return added;
  }

  #split(next: number, other: number): number {
    return next === other ? next : this.#add(operations.split, next, { other });
  }

  #setIndex(set: Program['sets'][number]): number {
    const known = this.#sets.get(set.key) ?? { set, index: this.#sets.size };
    this.#sets.set(set.key, known);
    return known.index;
  }

  #group(number: number, body: Pattern, { read, unread }: Behind): number {
    const save = (slot: number, next: number) => this.#add(operations.save, next, { argument: slot });
    const end = save(number * 2 + 1, read);
    const behind = { read: end, unread: unread === read ? end : save(number * 2 + 1, unread) };
    return save(number * 2, this.compile(body, behind));
  }

  #sequence(parts: readonly Pattern[], behind: Behind): number {
    return parts.reduceRight((after, part) => this.#before(part, after), behind).unread;
  }

  /** What is behind all that stands before a part. */
  #before(part: Pattern, behind: Behind): Behind {
    return {
      read: this.compile(part, { read: behind.read, unread: behind.read }),
      unread: this.compile(part, behind),
    };
  }

  #repetition(repeated: Repetition, behind: Behind): number {
    const { least, most, body } = repeated;
    let after = most === Infinity ? this.#star(repeated, behind) : this.#optional(repeated, behind);
    for (let copy = 0; copy < least; copy += 1) {
      const { read, unread } = this.#before(body, after);
      after = { read: this.#forget(repeated, read), unread: this.#forget(repeated, unread) };
    }
    return after.unread;
  }

  /** Any number of copies, none of which reads nothing. */
  #star(repeated: Repetition, { read, unread }: Behind): Behind {
    const loop = this.#loop(repeated, read);
    if (unread === read) return { read: loop, unread: loop };
    return { read: loop, unread: this.#either(repeated, this.#iteration(repeated, loop), unread) };
  }

  #loop(repeated: Repetition, behind: number): number {
    const loops = this.#loops.get(repeated) ?? new Map<number, number>();
    this.#loops.set(repeated, loops);
    const known = loops.get(behind);
    if (known !== undefined) return known;
    const loop =
      this.instructions.push({ operation: operations.split, next: fail, other: fail, argument: 0 }) - 1;
    loops.set(behind, loop);
    const body = this.#iteration(repeated, loop);
    const [next, other] = repeated.lazy ? [behind, body] : [body, behind];
    Object.assign(this.instructions[loop]!, { next, other });
    return loop;
  }

  /** The copies beyond the least number, each of which may be the last one. */
  #optional(repeated: Repetition, { read, unread }: Behind): Behind {
    const copies = repeated.most - repeated.least;
    let after: Behind = { read, unread };
    for (let copy = 0; copy < copies; copy += 1) {
      const body = this.#iteration(repeated, after.read);
      after = {
        read: this.#either(repeated, body, read),
        unread: copy === copies - 1 ? this.#either(repeated, body, unread) : unread,
      };
    }
    return after;
  }

  #iteration(repeated: Repetition, next: number): number {
    return this.#forget(repeated, this.compile(repeated.body, { read: next, unread: fail }));
  }

  #either({ lazy }: Repetition, body: number, behind: number): number {
    return lazy ? this.#split(behind, body) : this.#split(body, behind);
  }

  /** An iteration begins without what the groups in it matched in the one before (section 22.2.2.3.1, step 4). */
  #forget({ groups: [first, end] }: Repetition, next: number): number {
    return first === end ? next : this.#add(operations.forget, next, { argument: first * 2, other: end * 2 });
  }
}
