import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import type { Value } from './value.js';

/** So many ids are looked through faster than a set. */
const fewIds = 8;

/** A variable that is, or is not, one of some constants. */
export interface Membership {
  readonly slot: Slot;
  readonly constants: readonly Value[];
  readonly negated: boolean;
  /** The same test, done in full. */
  readonly node: Evaluator;
}

/**
 * A variable that is compared with IRIs and strings, by id alone: equal terms have equal ids, and no other term can be
 * equal to them. What a literal that is no string says is left to the test in full.
 */
export class IdTest extends Node {
  override readonly cheap = true;
  override readonly variables: readonly Slot[];
  readonly #slot: Slot;
  readonly #few: Uint32Array;
  readonly #ids: ReadonlySet<TermId> | undefined;
  readonly #hasStrings: boolean;

  /** @returns undefined when a constant has a value that several terms stand for */
  static of(terms: QueryTerms, membership: Membership): IdTest | undefined {
    const { constants } = membership;
    return constants.every(({ space, isString }) => space === 'iri' || isString)
      ? new IdTest(terms, membership)
      : undefined;
  }

  private constructor(
    private readonly terms: QueryTerms,
    private readonly membership: Membership,
  ) {
    super([]);
    const { slot, constants } = membership;
    this.#slot = slot;
    this.variables = [slot];
    this.#few = Uint32Array.from(constants, ({ id }) => id);
    this.#ids = constants.length > fewIds ? new Set(this.#few) : undefined;
    this.#hasStrings = constants.some(({ isString }) => isString);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.#slot]![row]!;
    if (id === noTerm) return undefined;
    if (this.#ids ? this.#ids.has(id) : this.#isOneOfFew(id)) return !this.membership.negated;
    // A literal that is no text may be one whose value is not known.
    if (this.#hasStrings && this.#isNoText(id)) return this.membership.node.test(columns, row);
    return this.membership.negated;
  }

  #isOneOfFew(id: TermId): boolean {
    for (let at = 0; at < this.#few.length; at += 1) if (this.#few[at] === id) return true;
    return false;
  }

  #isNoText(id: TermId): boolean {
    switch (this.terms.space(id)) {
      case 'iri':
      case 'blank':
      case 'triple':
      case 'string':
      case 'lang':
        return false;
      default:
        return true;
    }
  }

  value(columns: Columns, row: number): Value | undefined {
    return this.membership.node.value(columns, row);
  }

  id(columns: Columns, row: number): TermId {
    return this.membership.node.id(columns, row);
  }
}
