import type { DatasetCore, Quad } from '@rdfjs/types';

/** The severities of SHACL (section 2.1.4): a violation must be mended, a warning should, information may. */
export type Severity = 'violation' | 'warning' | 'info';

/** What is wrong and how to mend it, in one language (`''` when the shape's message has none). */
export interface Message {
  readonly lang: string;
  readonly value: string;
}

/** One thing that the shapes find wrong. IRIs are full; `value` is the IRI or the lexical form. */
export interface Finding {
  readonly severity: Severity;
  readonly focus: string;
  /** The property; absent when a rule bears on the thing as a whole. */
  readonly path?: string;
  readonly value?: string;
  readonly shape: string;
  readonly messages: readonly Message[];
}

/**
 * PORT: checks data against the shapes of the register. Classes and vocabularies of the things referred to
 * have to be in the data, or references to them are found wrong.
 */
export interface Validator {
  validate(data: DatasetCore | Quad[]): Promise<Finding[]>;
}
