import { Alphabet } from './alphabet.js';
import { operations, placeBits, type Program } from './program.js';
import { stateBudget, type Forgetful } from './state-budget.js';

/** The instructions of a program from which the rest of a text leads to a match. */
export class State {
  /** States one character further back, by the character's class and its place. */
  readonly before: (State | undefined)[];

  /** @param steps how many states there may be one character further back, as far as is known */
  constructor(
    /** A bit for each instruction. */
    readonly bits: Uint32Array,
    /** Whether a match begins here. */
    readonly isStart: boolean,
    steps: number,
  ) {
    this.before = new Array<State | undefined>(steps);
  }

  has(instruction: number): boolean {
    return ((this.bits[instruction >>> 5]! >>> (instruction & 31)) & 1) !== 0;
  }
}

/** About what a state takes besides its bits and its steps, in bytes. */
const stateBytes = 250;

/** What a remembered character takes. */
const characterBytes = 50;

const newline = 0x0a;
const { read, split, test } = operations;

/**
 * Reads texts from their end to their start, and makes a deterministic automaton of a program on the way, state by state
 * (R. Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009, on caches of states). A character costs the
 * same however long the text is: one step where the state before it is known, and a look at each instruction otherwise.
 */
export class LazyAutomaton implements Forgetful {
  readonly #alphabet: Alphabet;
  #states = new Map<string, State>();
  /** States at the end of a text, by the conditions that hold there. */
  #ends: State[] = [];
  /** The last step's instructions, and the sets that have its character, as flags. */
  readonly #flags: Uint8Array;
  readonly #bits: Uint32Array;
  readonly #isMember: Uint8Array;
  /** Whether no condition holds at any place but the two ends. */
  readonly #isSamePlace: boolean;

  constructor(private readonly program: Program) {
    this.#alphabet = new Alphabet(program.sets, () => stateBudget.take(this, characterBytes));
    this.#flags = new Uint8Array(program.length);
    // Both go on to themselves.
    this.#flags[program.operations.indexOf(operations.match)] = 1;
    this.#bits = new Uint32Array((program.length + 31) >>> 5);
    this.#isMember = new Uint8Array(program.sets.length);
    this.#isSamePlace = (program.tested & (placeBits['line start'] | placeBits['line end'])) === 0;
  }

  forget(): void {
    this.#states = new Map();
    this.#ends = [];
    this.#alphabet.forget();
  }

  /** The state with these bits, which one of this automaton had. */
  restored(bits: Uint32Array): State {
    return this.#stateOf(bits);
  }

  /** The state at the end of a text. */
  last(text: string): State {
    const places = this.#places(text, text.length);
    return (this.#ends[places] ??= this.#made(undefined, places));
  }

  /**
   * The state at a place of a text, from the state at the next one. The second half of a character beyond U+FFFF is no
   * place: there the state is that of the place behind it.
   */
  previous(state: State, text: string, at: number): State {
    let codePoint = text.charCodeAt(at);
    if ((codePoint & 0xf800) === 0xd800) {
      if (isSecondHalf(text, at)) return state;
      codePoint = text.codePointAt(at)!;
    }
    const number = this.#alphabet.classOf(codePoint);
    const places = this.#isSamePlace && at > 0 ? 0 : this.#places(text, at);
    const step = this.#isSamePlace ? number * 2 + (at === 0 ? 1 : 0) : number * 16 + places;
    const known = state.before[step];
    if (known) return known;
    const made = this.#made({ state, number }, places);
    state.before[step] = made;
    return made;
  }

  /** The conditions that hold at a place, of those that the program tests. */
  #places(text: string, at: number): number {
    const isStart = at === 0;
    const isEnd = at === text.length;
    const isLineStart = isStart || (!isEnd && text.charCodeAt(at - 1) === newline);
    const isLineEnd = isEnd || text.charCodeAt(at) === newline;
    return (
      this.program.tested &
      ((isStart ? placeBits.start : 0) |
        (isEnd ? placeBits.end : 0) |
        (isLineStart ? placeBits['line start'] : 0) |
        (isLineEnd ? placeBits['line end'] : 0))
    );
  }

  /** @param after the state behind a character of this class; undefined at the end of the text */
  #made(after: { readonly state: State; readonly number: number } | undefined, places: number): State {
    const members = after ? this.#alphabet.membersOf(after.number) : [];
    for (const member of members) this.#isMember[member] = 1;
    this.#findLeading(after?.state.bits, places);
    for (const member of members) this.#isMember[member] = 0;
    return this.#stateOf(this.#bits);
  }

  /** Finds the instructions that lead to a match, each after those that it goes on to. */
  #findLeading(behind: Uint32Array | undefined, places: number): void {
    const { operations: columns, next, other, argument } = this.program;
    const flags = this.#flags;
    const isMember = this.#isMember;
    const bits = this.#bits.fill(0);
    for (let at = 0; at < columns.length; at += 1) {
      const operation = columns[at];
      const ahead = next[at]!;
      let flag = flags[ahead]!;
      if (operation === read) flag = isMember[argument[at]!]! && (behind![ahead >>> 5]! >>> (ahead & 31)) & 1;
      else if (operation === split) flag |= flags[other[at]!]!;
      else if (operation === test && (places & argument[at]!) === 0) flag = 0;
      flags[at] = flag;
      bits[at >>> 5]! |= flag << (at & 31);
    }
  }

  #stateOf(bits: Uint32Array): State {
    const key = Buffer.from(bits.buffer).toString('latin1');
    const known = this.#states.get(key);
    if (known) return known;
    const { start } = this.program;
    // A step is a class and, where it matters, a set of conditions on the place: all places but the first are the same for
    // most programs.
    const steps = this.#alphabet.size * (this.#isSamePlace ? 2 : 16);
    const state = new State(bits.slice(), ((bits[start >>> 5]! >>> (start & 31)) & 1) !== 0, steps);
    stateBudget.take(this, bits.byteLength * 2 + steps * 8 + stateBytes);
    this.#states.set(key, state);
    return state;
  }
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at) & 0xfc00;
  return unit === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}
