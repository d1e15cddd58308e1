/** The part of shacl-engine 1.1 that we use; it comes without types. */
declare module 'shacl-engine' {
  import type { DataFactory, DatasetCore, Literal, NamedNode, Term } from '@rdfjs/types';

  /** A pointer into a graph (grapoi). */
  export interface Pointer {
    readonly term?: Term;
  }

  /** One step of a property path. */
  export interface PathStep {
    readonly quantifier: string;
    readonly start: string;
    readonly predicates: readonly NamedNode[];
  }

  export interface Result {
    readonly focusNode: Pointer;
    readonly severity: NamedNode;
    readonly path?: readonly PathStep[];
    readonly value?: Pointer;
    readonly shape: { readonly ptr: Pointer };
    readonly message: readonly Literal[];
  }

  export interface Report {
    readonly results: readonly Result[];
  }

  export class Validator {
    constructor(shapes: DatasetCore, options: { factory: DataFactory });
    validate(data: { dataset: DatasetCore }): Promise<Report>;
  }
}
