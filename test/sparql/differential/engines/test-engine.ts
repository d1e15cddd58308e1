import type { Term } from '@rdfjs/types';
import type { TestData } from '../generate/datasets.js';
import type { Query } from '../generate/query-tree.js';

/** A solution: what each bound variable stands for. A triple of a graph is one too, of `s`, `p` and `o`. */
export type Row = ReadonlyMap<string, Term>;

export type Answer =
  | { readonly type: 'solutions'; readonly rows: readonly Row[] }
  | { readonly type: 'graph'; readonly rows: readonly Row[] }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'refused'; readonly message: string }
  /** Too long to compare, not there in time, or not known to this engine. */
  | { readonly type: 'none'; readonly why: string };

/** PORT. Something that answers queries over one dataset. */
export interface TestEngine {
  ask(query: Query): Promise<Answer>;
}

export type EngineOver = (data: TestData) => TestEngine;

export const baseIRI = 'http://localhost:3000/';
/** Answers longer than this are not compared. */
export const maxRows = 3_000;
