import type { Quad } from '@rdfjs/types';

/** A change of the register: what comes and goes, by whom, when and why. All of it happens, or nothing. */
export interface Transaction {
  readonly added: readonly Quad[];
  readonly removed: readonly Quad[];
  /** IRI of the agent. */
  readonly who: string;
  /** ISO 8601 instant. */
  readonly when: string;
  readonly why: string;
}
