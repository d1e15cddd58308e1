import { LazyAutomaton, type State } from './lazy-automaton.js';
import type { Match, Matcher } from './matcher.js';
import { operations, type Program } from './program.js';

/** Places whose states are kept at a time. */
const blockLength = 32_768;

/**
 * Finds the matches of a program in a time linear in the text, with the groups that a backtracking search would find (A.
 * Frisch and L. Cardelli, "Greedy Regular Expression Matching", ICALP 2004). The text is read twice. From its end to its
 * start, it is found at each place which instructions lead to a match. From its start to its end, the program is then
 * followed from each place where a match begins: of two ways the first is taken, unless it leads to none, so that no step
 * is ever taken back.
 */
export class LinearMatcher implements Matcher {
  readonly #automaton: LazyAutomaton;

  /** @param required what every match has a part of, which is looked for first: most texts have none */
  constructor(
    private readonly program: Program,
    readonly groups: number,
    private readonly required?: Matcher,
  ) {
    this.#automaton = new LazyAutomaton(program);
  }

  test(text: string): boolean {
    if (this.required?.test(text) === false) return false;
    let state = this.#automaton.last(text);
    for (let at = text.length - 1; !state.isStart && at >= 0; at -= 1)
      state = this.#automaton.previous(state, text, at);
    return state.isStart;
  }

  each(text: string, visit: (match: Match) => void): void {
    if (this.required?.test(text) === false) return;
    const states = new States(text, this.#automaton);
    const walk = new Walk(this.program, text, states);
    let at = states.nextStart(0);
    while (at <= text.length) {
      const match = walk.from(at);
      visit(match);
      at = states.nextStart(Math.max(match.end, at + 1));
    }
  }
}

/** The states at all places of a text, of which those of one block are kept at a time, and made again from its end. */
class States {
  readonly #ends: Uint32Array[] = [];
  readonly #hasStart: boolean[] = [];
  readonly #block: State[] = [];
  #first = Infinity;

  constructor(
    private readonly text: string,
    private readonly automaton: LazyAutomaton,
  ) {
    const blocks = Math.floor(text.length / blockLength) + 1;
    let state = automaton.last(text);
    for (let block = blocks - 1; block >= 0; block -= 1) {
      this.#ends[block] = state.bits;
      state = this.#fill(block, state);
    }
  }

  /**
   * Makes the states of a block.
   * @param end the state at its end: at the first place of the next block, or at the end of the text
   */
  #fill(block: number, end: State): State {
    const { text, automaton } = this;
    this.#first = block * blockLength;
    const last = Math.min(text.length, this.#first + blockLength - 1);
    let state = end;
    let hasStart = false;
    for (let at = last; at >= this.#first; at -= 1) {
      if (at < text.length) state = automaton.previous(state, text, at);
      hasStart ||= state.isStart;
      this.#block[at - this.#first] = state;
    }
    this.#hasStart[block] = hasStart;
    return state;
  }

  /** The state at a place. */
  at(place: number): State {
    if (place < this.#first || place >= this.#first + blockLength) {
      const block = Math.floor(place / blockLength);
      this.#fill(block, this.automaton.restored(this.#ends[block]!));
    }
    return this.#block[place - this.#first]!;
  }

  /** The first place from `from` on where a match begins; beyond the text if there is none. */
  nextStart(from: number): number {
    for (let at = from; at <= this.text.length; at += 1) {
      const block = Math.floor(at / blockLength);
      if (!this.#hasStart[block]) at = (block + 1) * blockLength - 1;
      else if (this.at(at).isStart && !isInside(this.text, at)) return at;
    }
    return Infinity;
  }
}

/** Whether a place is inside a character beyond U+FFFF. */
function isInside(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

/** Follows a program through a text. */
class Walk {
  readonly #slots: Int32Array;

  constructor(
    private readonly program: Program,
    private readonly text: string,
    private readonly states: States,
  ) {
    this.#slots = new Int32Array(program.slots);
  }

  /** The match that begins at a place, valid until the next one is asked for. */
  from(start: number): Match {
    const slots = this.#slots.fill(-1);
    const end = this.#end(start);
    slots[0] = start;
    slots[1] = end;
    return { start, end, group: number => this.#textOf(number) };
  }

  #textOf(number: number): string | undefined {
    const [from = -1, to = -1] = this.#slots.subarray(number * 2, number * 2 + 2);
    return from < 0 || to < 0 ? undefined : this.text.slice(from, to);
  }

  /** Where the match ends that begins at a place. */
  #end(start: number): number {
    const { operations: columns, next, other, argument } = this.program;
    let at = start;
    let state = this.states.at(at);
    for (let instruction = this.program.start; ;) {
      switch (columns[instruction]) {
        case operations.match:
          return at;
        case operations.read:
          at += this.text.codePointAt(at)! > 0xffff ? 2 : 1;
          state = this.states.at(at);
          break;
        case operations.save:
          this.#slots[argument[instruction]!] = at;
          break;
        case operations.forget:
          this.#slots.fill(-1, argument[instruction], other[instruction]);
          break;
        case operations.split:
          if (state.has(next[instruction]!)) break;
          instruction = other[instruction]!;
          continue;
        default:
        // A condition on the place: it holds, or nothing led here.
      }
      instruction = next[instruction]!;
    }
  }
}
