import type { TermId } from '../../store/dictionary.js';
import type { Snapshot } from '../../store/snapshot.js';
import { batchRows, gather, gatherColumn, pause, type Batch } from './batch.js';
import { GraphPositions } from './graph-positions.js';
import type { Explanation, Operator } from './operator.js';
import { isPauseDue, pausing } from './paced.js';
import { componentsOf, type Component, type PatternPlan } from './pattern.js';
import { Place } from './place.js';
import { RowList } from './row-list.js';

const none: Uint32Array = new Uint32Array(0);

/**
 * For each solution, finds the triples of one graph that match the pattern with the solution's terms in place of its
 * variables. The graph is the same for all, or what each solution binds a variable to (SPARQL 1.1 Query section 13.3.3):
 * the cost is that of the graph then, not of the store.
 */
export class GraphJoin implements Operator {
  readonly #places: readonly [Place, Place, Place];
  readonly #graph: Place;
  /** Columns of the store, as the components stand. */
  readonly #columns: readonly [Uint32Array, Uint32Array, Uint32Array];
  readonly #graphs: GraphPositions;
  /** The graphs that FROM NAMED names, when it names any. */
  readonly #allowed: ReadonlySet<TermId> | undefined;

  /** @param graph bound in every solution, when it is a variable */
  constructor(
    snapshot: Snapshot,
    private readonly pattern: PatternPlan,
    graph: Component,
  ) {
    const { needed } = pattern;
    const [s, p, o] = componentsOf(pattern);
    this.#places = [new Place(s, needed), new Place(p, needed), new Place(o, needed)];
    this.#graph = new Place(graph, needed);
    const { spoS, spoP, spoO } = snapshot.columns;
    this.#columns = [spoS, spoP, spoO];
    this.#graphs = new GraphPositions(snapshot);
    const named = pattern.graph.kind === 'named' ? pattern.graph.graphs : undefined;
    this.#allowed = named && new Set(named);
  }

  explain(): Explanation {
    const { text, estimate } = this.pattern;
    return { name: 'graph join', detail: text, estimate };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input)
      if (batch.length === 0) yield batch;
      else yield* this.#join(batch);
  }

  *#join(batch: Batch): Iterable<Batch> {
    const most = batchRows(batch.columns.length);
    const rows = new RowList();
    const positions = new RowList();
    for (const place of [...this.#places, this.#graph]) place.begin(batch);
    for (let row = 0; row < batch.length; row += 1) {
      const candidates = this.#candidates(row);
      for (let from = 0; from < candidates.length; from += most) {
        const piece = candidates.subarray(from, from + most);
        if (rows.length + piece.length > most && rows.length > 0) {
          yield this.#merge(batch, rows, positions);
          rows.clear();
          positions.clear();
        }
        this.#keep(piece, row, rows, positions);
        if (isPauseDue()) yield* pausing();
      }
    }
    // Rows that nothing matches are work too.
    yield rows.length > 0 ? this.#merge(batch, rows, positions) : pause;
  }

  /** Where triples may be that match in a row. */
  #candidates(row: number): Uint32Array {
    const [s, p, o] = this.#places;
    for (const place of [s, p, o, this.#graph]) place.enterRow(row);
    const { wanted: graph } = this.#graph;
    if (this.#allowed?.has(graph) === false) return none;
    return this.#graphs.candidates(graph, { s: s.wanted, p: p.wanted, o: o.wanted });
  }

  /** Takes the candidates that match. */
  #keep(candidates: Uint32Array, row: number, rows: RowList, positions: RowList): void {
    for (let at = 0; at < candidates.length; at += 1) {
      const position = candidates[at]!;
      if (!this.#fits(position)) continue;
      rows.push(row);
      positions.push(position);
    }
  }

  #fits(position: number): boolean {
    const [s, p, o] = this.#places;
    const [subjects, predicates, objects] = this.#columns;
    const [subject, predicate, object] = [subjects[position]!, predicates[position]!, objects[position]!];
    return (
      s.matches(subject) &&
      p.matches(predicate) &&
      o.matches(object) &&
      !(s.differs(p, subject, predicate) || s.differs(o, subject, object) || p.differs(o, predicate, object))
    );
  }

  #merge(batch: Batch, rows: RowList, positions: RowList): Batch {
    const { length } = rows;
    const columns = gather(batch, rows.values, length, this.pattern.needed);
    this.#places.forEach(({ slot, gives }, i) => {
      if (slot !== undefined && gives)
        columns[slot] = gatherColumn(this.#columns[i]!, positions.values, length);
    });
    return { length, columns };
  }
}
