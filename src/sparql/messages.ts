import type { DatasetClause } from './parse.js';
import type { AnswerFormats } from './formats.js';
import type { AnswerBounds } from './write-answer.js';
import type { DefaultGraph } from './dataset.js';
import type { ProblemKind, ProblemMembers } from '../errors.js';

/** What passes between the pool and a worker. Terms travel as n3 identifiers, bytes as buffers. */

/** Given to a worker when it starts. */
export interface WorkerSetup {
  /** The whole store as N-Quads. */
  readonly quads: string;
  readonly baseIRI: string;
  readonly defaultGraph: DefaultGraph;
  readonly bounds: AnswerBounds;
}

export interface QueryMessage {
  readonly text: string;
  readonly dataset?: DatasetClause;
  readonly bindings?: Readonly<Record<string, string>>;
  readonly formats: AnswerFormats;
}

export type ToWorker = { readonly type: 'query'; readonly query: QueryMessage } | { readonly type: 'more' };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'head'; readonly mediaType: string }
  | { readonly type: 'part'; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  | {
      readonly type: 'problem';
      readonly kind: ProblemKind;
      readonly detail: string;
      readonly members: ProblemMembers;
    };
