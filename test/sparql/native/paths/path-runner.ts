import type { Term } from '@rdfjs/types';
import { Algebra } from '@traqula/algebra-transformations-1-2';
import { unboundColumn, type Batch } from '../../../../src/sparql/native/batch.js';
import { GraphFilter } from '../../../../src/sparql/native/graph-filter.js';
import { IndexJoin } from '../../../../src/sparql/native/index-join.js';
import { Memory } from '../../../../src/sparql/native/memory.js';
import { Chain, type Operator } from '../../../../src/sparql/native/operator.js';
import { PathJoin } from '../../../../src/sparql/native/paths/path-join.js';
import { rewritePaths } from '../../../../src/sparql/native/paths/rewrite.js';
import type { Component, GraphScope } from '../../../../src/sparql/native/pattern.js';
import { parseQuery } from '../../../../src/sparql/parse.js';
import type { Snapshot } from '../../../../src/store/snapshot.js';

/** Both branches, one after the other. */
class Both implements Operator {
  constructor(private readonly branches: readonly Operator[]) {}
  explain() {
    return { name: 'union', inputs: this.branches };
  }
  *run(input: Iterable<Batch>): Iterable<Batch> {
    const batches = [...input];
    for (const branch of this.branches) yield* branch.run(batches);
  }
}

/** The smallest planner there can be: patterns in the order of the query, or the other way round. */
export class PathRunner {
  readonly slots = new Map<string, number>();
  readonly #absent = new Map<string, number>();

  constructor(
    readonly snapshot: Snapshot,
    private readonly scope: GraphScope,
    private readonly reversed = false,
    variables: readonly string[] = [],
  ) {
    for (const name of variables) this.slot(name);
  }

  slot(name: string): number {
    if (!this.slots.has(name)) this.slots.set(name, this.slots.size);
    return this.slots.get(name)!;
  }

  /** The id of a term, which is one of the query's own when the data does not hold it. */
  idOf(term: Term): number {
    const id = this.snapshot.dictionary.find(term);
    if (id !== 0) return id;
    if (!this.#absent.has(term.value))
      this.#absent.set(term.value, this.snapshot.dictionary.count + this.#absent.size);
    return this.#absent.get(term.value)!;
  }

  /** The name of a term, without its namespace. */
  nameOf(id: number): string {
    const absent = [...this.#absent].find(([, found]) => found === id)?.[0];
    return (absent ?? this.snapshot.dictionary.term(id).value).replace('http://e/', '');
  }

  operator(where: string): Operator {
    const { algebra } = parseQuery(`PREFIX : <http://e/> SELECT * { ${where} }`, 'http://e/');
    return this.#plan((rewritePaths(algebra) as Algebra.Project).input);
  }

  #plan(operation: Algebra.Operation): Operator {
    const known = operation as Algebra.Bgp | Algebra.Join | Algebra.Union | Algebra.Path;
    const ordered = (steps: Operator[]) => new Chain(this.reversed ? steps.toReversed() : steps);
    switch (known.type) {
      case Algebra.Types.BGP:
        return ordered(known.patterns.map(pattern => this.#pattern(pattern)));
      case Algebra.Types.JOIN:
        return ordered(known.input.map(part => this.#plan(part)));
      case Algebra.Types.UNION:
        return new Both(known.input.map(part => this.#plan(part)));
      case Algebra.Types.PATH:
        return new PathJoin(
          this.snapshot,
          { ...this.#common(known), path: known.predicate },
          new Memory(Infinity),
        );
    }
  }

  #pattern(pattern: Algebra.Pattern): Operator {
    const plan = { ...this.#common(pattern), predicate: this.#component(pattern.predicate) };
    const join = new IndexJoin(this.snapshot, plan);
    return this.scope.kind === 'union' ? join : new Chain([join, new GraphFilter(this.snapshot, plan)]);
  }

  #common({ subject, object }: { subject: Term; object: Term }) {
    const ends = { subject: this.#component(subject), object: this.#component(object) };
    // Sequences make variables, up to this many in a test.
    const needed = new Set(Array.from({ length: 20 }, (_, slot) => slot));
    return { ...ends, graph: this.scope, needed, text: '', estimate: 0 };
  }

  #component(term: Term): Component {
    return term.termType === 'Variable' ? { slot: this.slot(term.value) } : { id: this.idOf(term) };
  }
}

/** Rows by variable as columns, 0 for what is unbound; variables that no row binds share one column. */
export function batchOf(rows: readonly (readonly number[])[]): Batch {
  const columns = Array.from({ length: 20 }, (_, slot) => {
    const column = Uint32Array.from(rows, row => row[slot] ?? 0);
    return column.some(id => id !== 0) ? column : unboundColumn;
  });
  return { length: rows.length, columns };
}

/** All solutions as texts, sorted: the terms of these variables. */
export function solutions(
  runner: PathRunner,
  operator: Operator,
  input: readonly Batch[],
  names: readonly string[],
): string[] {
  const rows: string[] = [];
  for (const { length, columns } of operator.run(input))
    for (let row = 0; row < length; row += 1)
      rows.push(
        names
          .map(name => columns[runner.slot(name)]?.[row] ?? 0)
          .map(id => (id === 0 ? '-' : runner.nameOf(id)))
          .join(' '),
      );
  return rows.sort();
}
