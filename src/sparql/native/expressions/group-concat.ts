import { Problem } from '../../../errors.js';
import { noTerm, type TermId } from '../../../store/dictionary.js';
import { withRoom } from '../grown.js';
import type { Memory } from '../memory.js';
import { bytesOfText } from '../weights.js';
import type { Accumulator } from './accumulators.js';
import type { Columns, Evaluator } from './evaluator.js';
import type { Values } from './values.js';

/**
 * GROUP_CONCAT (SPARQL 1.1 Query section 18.5.1.7): texts of literals and IRIs, in the order of the rows. That numbers
 * and IRIs are joined as STR gives them, and are no errors, is what nearly all engines do.
 */
export class GroupConcat implements Accumulator {
  readonly #texts: string[] = [];
  #members = new Uint32Array(0);
  readonly #failed = new Set<number>();

  constructor(
    private readonly values: Values,
    private readonly joined: Evaluator,
    private readonly separator: string,
    private readonly memory: Memory,
  ) {}

  /** @throws Problem `group-limit`, `text-limit` or `memory-limit` for too large a group, or groups */
  add(group: number, columns: Columns, row: number): void {
    if (this.#failed.has(group)) return;
    const value = this.joined.value(columns, row);
    if (value === undefined || value.space === 'blank' || value.space === 'triple') this.#fail(group);
    else this.#join(group, value.text);
  }

  #join(group: number, text: string): void {
    this.#countMember(group);
    const before = this.#texts[group];
    const separator = before === undefined ? '' : this.separator;
    this.values.assertLength((before?.length ?? 0) + separator.length + text.length, text.length);
    // What was joined stays as it is: the whole is a tree of its pieces until somebody reads it.
    this.memory.take(bytesOfText(separator.length) + bytesOfText(text.length));
    this.#texts[group] = before === undefined ? text : before + separator + text;
  }

  #countMember(group: number): void {
    const { groupMembers } = this.values.terms.limits;
    this.#members = withRoom(this.#members, group, this.memory);
    this.#members[group]! += 1;
    if (this.#members[group]! > groupMembers)
      throw new Problem(
        'group-limit',
        {
          en: `GROUP_CONCAT joins more than ${groupMembers} values of one group. Group by more variables, or narrow the pattern.`,
          fr: `GROUP_CONCAT joint plus de ${groupMembers} valeurs d'un groupe. Groupez par plus de variables, ou resserrez le motif.`,
        },
        { limit: groupMembers },
      );
  }

  /** The result of the group is an error, whatever else comes. */
  #fail(group: number): void {
    this.memory.take(bytesOfText(0));
    this.#failed.add(group);
    this.#texts[group] = '';
  }

  result(group: number): TermId {
    return this.#failed.has(group) ? noTerm : this.values.string(this.#texts[group] ?? '').id;
  }
}
