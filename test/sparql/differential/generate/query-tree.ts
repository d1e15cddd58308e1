import type { BlankNode, Literal, NamedNode, Variable } from '@rdfjs/types';

/** A query as a tree: generated, made well-formed, printed, and read by whoever asks what a query has in it. */
export type Query = (Select | Ask | Construct) & { readonly from?: From };

/** The dataset clause (SPARQL 1.1 Query section 13.2). */
export interface From {
  readonly unnamed: readonly NamedNode[];
  readonly named: readonly NamedNode[];
}

export interface Select extends Modifiers {
  readonly form: 'select';
  readonly duplicates: '' | 'DISTINCT' | 'REDUCED';
  readonly projection: '*' | readonly Projection[];
  readonly where: readonly Element[];
  readonly groupBy?: readonly Projection[];
  readonly having?: Expression;
}

/** A variable, or an expression under a name. */
export interface Projection {
  readonly variable: Variable;
  readonly expression?: Expression;
}

export interface Modifiers {
  readonly orderBy: readonly OrderKey[];
  readonly limit?: number;
  readonly offset?: number;
}

export interface OrderKey {
  /** One of those that are projected. */
  readonly variable: Variable;
  readonly descending: boolean;
  /** Whether the expression that the variable is the name of is written in its place. */
  readonly inFull?: boolean;
}

export interface Ask {
  readonly form: 'ask';
  readonly where: readonly Element[];
}

export interface Construct {
  readonly form: 'construct';
  readonly template: readonly Triple[];
  readonly where: readonly Element[];
}

export type Element =
  | { readonly kind: 'triples'; readonly triples: readonly Triple[] }
  | {
      readonly kind: 'optional' | 'minus' | 'group';
      readonly elements: readonly Element[];
    }
  | { readonly kind: 'union'; readonly branches: readonly (readonly Element[])[] }
  | { readonly kind: 'graph'; readonly name: NamedNode | Variable; readonly elements: readonly Element[] }
  | { readonly kind: 'filter'; readonly condition: Expression }
  | { readonly kind: 'bind'; readonly expression: Expression; readonly variable: Variable }
  | {
      readonly kind: 'values';
      readonly variables: readonly Variable[];
      readonly rows: readonly (readonly (Constant | undefined)[])[];
    }
  | { readonly kind: 'select'; readonly query: Select };

export type Constant = NamedNode | Literal;

export interface Triple {
  readonly subject: Constant | Variable | BlankNode;
  readonly predicate: Path | Variable;
  readonly object: Constant | Variable | BlankNode;
}

export type Path =
  | NamedNode
  | { readonly path: 'inverse' | 'star' | 'plus' | 'optional'; readonly of: Path }
  | { readonly path: 'sequence' | 'alternative'; readonly parts: readonly Path[] }
  | {
      readonly path: 'negated';
      readonly forward: readonly NamedNode[];
      readonly backward: readonly NamedNode[];
    };

export type Expression =
  | Constant
  | Variable
  | Call
  | { readonly exists: boolean; readonly elements: readonly Element[] }
  | Aggregate;

/** An operator or a function by its name in SPARQL. */
export interface Call {
  readonly call: string;
  readonly args: readonly Expression[];
}

export interface Aggregate {
  readonly aggregate: 'COUNT' | 'SUM' | 'MIN' | 'MAX' | 'AVG' | 'SAMPLE' | 'GROUP_CONCAT';
  readonly distinct: boolean;
  readonly of: '*' | Expression;
}
