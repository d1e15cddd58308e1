import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Snapshot } from '../../../store/snapshot.js';
import { batchRows, batchSize, gather, type Batch } from '../batch.js';
import type { Memory } from '../memory.js';
import { Place } from '../place.js';
import { ActiveGraph } from './active-graph.js';
import { ClosureSearch } from './closure-search.js';
import { expressionOf, matchesAbsentTerm, type PathExpression } from './expression.js';
import { NamedGraphs } from './named-graphs.js';
import { NegatedSearch } from './negated-search.js';
import type { PathPlan } from './path-plan.js';
import type { Search } from './search.js';

/** Rows of the first batch: a LIMIT of a few rows should not wait for thousands. */
const firstSize = 64;
/** Triples looked at between two pauses. */
const pauseAfter = 50_000;
/** The graphs of a pattern that stands in one graph, whose name matters no more. */
const oneGraph = Uint32Array.of(noTerm);
const none: Uint32Array = new Uint32Array(0);

/**
 * Matches a path for one row of a batch after the other: in each of its graphs, from each of its starts, all ends. It can
 * stop anywhere in between, when a batch is full or it has worked for long.
 */
export class PathWalk {
  /** Rows found since the last `fill` began. */
  length = 0;
  /** Whether all was found for the batch that `begin` was given. */
  ended = true;
  readonly #active: ActiveGraph;
  readonly #named: NamedGraphs | undefined;
  readonly #subject: Place;
  readonly #object: Place;
  readonly #graph: Place;
  readonly #places: readonly Place[];
  /** From subject to object, and the other way round. */
  readonly #forward: Search;
  #lazyBackward: Search | undefined;
  readonly #searchBackward: () => Search;
  readonly #sameVariable: boolean;
  readonly #absentTerms: boolean;
  #rows = none;
  #batch!: Batch;
  #row = 0;
  #graphs = none;
  #graphAt = 0;
  #lastGraph = noTerm;
  #starts = none;
  #startAt = 0;
  #target = noTerm;
  /** Whether to find all ends of the start, though only one is asked for. */
  #all = false;
  #search: Search;
  #given = 0;
  #size = firstSize;
  #mostRows = batchSize;

  constructor(
    snapshot: Snapshot,
    private readonly plan: PathPlan,
    memory: Memory,
  ) {
    const { subject, object, graph, needed } = plan;
    const path = expressionOf(plan.path, snapshot);
    const named = 'id' in subject || 'id' in object;
    this.#active = new ActiveGraph(snapshot, graph, memory);
    this.#named = graph.kind === 'named' ? new NamedGraphs(snapshot, graph.graphs) : undefined;
    this.#subject = new Place(subject, needed);
    this.#object = new Place(object, needed);
    this.#graph = new Place(graph.kind === 'named' ? { slot: graph.slot } : { id: noTerm }, needed);
    this.#places = [this.#subject, this.#object, this.#graph];
    this.#forward = searchOf(this.#active, path, false, named);
    this.#searchBackward = () => searchOf(this.#active, path, true, named);
    this.#search = this.#forward;
    this.#sameVariable = this.#subject.slot !== undefined && this.#subject.slot === this.#object.slot;
    this.#absentTerms = named && matchesAbsentTerm(path);
  }

  /** Takes the solutions to extend. */
  begin(batch: Batch): void {
    for (const place of this.#places) place.begin(batch);
    this.#mostRows = batchRows(batch.columns.length);
    this.#size = Math.min(this.#size, this.#mostRows);
    this.#batch = batch;
    this.#row = -1;
    this.#graphs = this.#starts = none;
    this.#graphAt = this.#startAt = 0;
    this.ended = false;
  }

  /** Goes on until a batch is full, much was looked at, or the rows are at their end. */
  fill(): void {
    this.length = 0;
    if (this.#rows.length < this.#size) this.#rows = new Uint32Array(this.#size);
    for (const place of this.#places) if (place.gives) place.makeRoom(this.#size);
    let budget = pauseAfter;
    while (this.length < this.#size) {
      if (this.#given < this.#search.count) this.#copy();
      else if (budget <= 0) return;
      else if (!this.#search.done)
        budget -= this.#search.advance(this.#given + this.#size - this.length, budget);
      else if (this.#nextStart()) budget -= 1;
      else if (!this.#nextGraph() && !this.#nextRow()) {
        this.ended = true;
        return;
      }
    }
  }

  #nextRow(): boolean {
    this.#row += 1;
    if (this.#row >= this.#batch.length) return false;
    for (const place of this.#places) place.enterRow(this.#row);
    this.#graphs = this.#named ? this.#graphsOf(this.#named) : oneGraph;
    this.#graphAt = 0;
    return true;
  }

  /** The named graphs in which the current row may find something. */
  #graphsOf(named: NamedGraphs): Uint32Array {
    const wanted = this.#graph.wanted;
    if (wanted !== noTerm) return named.only(wanted);
    const node = this.#subject.wanted === noTerm ? this.#object.wanted : this.#subject.wanted;
    return node === noTerm || this.#absentTerms ? named.all : named.withNode(node);
  }

  #nextGraph(): boolean {
    if (this.#graphAt === this.#graphs.length) return false;
    const graph = this.#graphs[this.#graphAt]!;
    this.#graphAt += 1;
    if (graph !== this.#lastGraph) this.#enter(graph);
    this.#chooseStarts(this.#termOf(this.#subject, graph), this.#termOf(this.#object, graph));
    // What the search that was chosen found before has been given.
    this.#given = this.#search.count;
    return true;
  }

  #enter(graph: TermId): void {
    this.#active.enter([graph]);
    this.#forward.reset();
    this.#lazyBackward?.reset();
    this.#lastGraph = graph;
  }

  /** The term of an end, whose variable may be that of the graph too. */
  #termOf(end: Place, graph: TermId): TermId {
    return this.#named && end.slot === this.#graph.slot ? graph : end.wanted;
  }

  #chooseStarts(subject: TermId, object: TermId): void {
    const forward = this.#forward;
    this.#startAt = 0;
    this.#target = noTerm;
    this.#all = false;
    if (subject === noTerm && object === noTerm) {
      const backward = this.#backward;
      this.#search = backward.startCount < forward.startCount ? backward : forward;
      this.#starts = this.#search.starts();
      return;
    }
    const effort = subject === noTerm ? Infinity : forward.effort(subject);
    const effortBack = object === noTerm ? Infinity : this.#backward.effort(object);
    const fromSubject = effort <= effortBack;
    this.#search = fromSubject ? forward : this.#backward;
    this.#starts = Uint32Array.of(fromSubject ? subject : object);
    this.#target = fromSubject ? object : subject;
    this.#all = Math.min(effort, effortBack) === 0;
  }

  /** Made when it is first needed: a path with one end known is walked from there. */
  get #backward(): Search {
    return (this.#lazyBackward ??= this.#searchBackward());
  }

  #nextStart(): boolean {
    if (this.#startAt === this.#starts.length) return false;
    const start = this.#starts[this.#startAt]!;
    this.#startAt += 1;
    this.#search.begin(start, this.#sameVariable ? start : this.#target, this.#all);
    this.#given = 0;
    return true;
  }

  /** Copies as many of the ends found as the batch has room for. */
  #copy(): void {
    const search = this.#search;
    const count = Math.min(search.count - this.#given, this.#size - this.length);
    const [from, to] = [this.length, this.length + count];
    const [near, far] =
      search === this.#forward ? [this.#subject, this.#object] : [this.#object, this.#subject];
    this.#rows.fill(this.#row, from, to);
    if (near.gives) near.found.fill(this.#starts[this.#startAt - 1]!, from, to);
    if (far.gives) far.found.set(search.found.subarray(this.#given, this.#given + count), from);
    if (this.#graph.gives) this.#graph.found.fill(this.#lastGraph, from, to);
    this.#given += count;
    this.length = to;
  }

  /** The batch that `fill` made. */
  take(): Batch {
    const { length } = this;
    const columns = gather(this.#batch, this.#rows, length, this.plan.needed);
    for (const { slot, gives, found } of this.#places)
      if (slot !== undefined && gives) columns[slot] = found.slice(0, length);
    this.#size = Math.min(this.#mostRows, this.#size * 4);
    return { length, columns };
  }
}

function searchOf(graph: ActiveGraph, path: PathExpression, backward: boolean, named: boolean): Search {
  if (path.kind === 'negated') return new NegatedSearch(graph, { ...path, backward });
  if (path.kind === 'repeat') return new ClosureSearch(graph, path, backward, named);
  // Its solutions are a bag, which a search does not count.
  throw new Error(`A path of kind ${path.kind} is to be rewritten before it is planned.`);
}
