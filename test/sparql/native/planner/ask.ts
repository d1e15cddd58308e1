import assert from 'node:assert/strict';
import { Parser } from 'n3';
import type { Quad, Term } from '@rdfjs/types';
import type { DefaultGraph } from '../../../../src/sparql/dataset.js';
import { cut, pause, type Batch } from '../../../../src/sparql/native/batch.js';
import { NativeEngine } from '../../../../src/sparql/native/native-engine.js';
import type { Operator } from '../../../../src/sparql/native/operator.js';
import { standardLimits, type Limits } from '../../../../src/limits.js';
import { parseQuery } from '../../../../src/sparql/parse.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';

export interface Asking {
  readonly defaultGraph?: DefaultGraph;
  readonly memoryBound?: number;
  readonly limits?: Limits;
  /** Given each operator of the plan. */
  readonly step?: (operator: Operator) => Operator;
}

const base = 'http://e/';

/** A term in short: names without their namespace, literals by their lexical form, blank nodes by their label. */
function short(term: Term): string {
  if (term.termType === 'Literal') return term.language ? `${term.value}@${term.language}` : term.value;
  if (term.termType === 'Quad')
    return `<<${[term.subject, term.predicate, term.object].map(short).join(' ')}>>`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  return term.value.replace(base, ':');
}

/** Quads from TriG, in which `:` stands for `http://e/`, with the labels that blank nodes have there. */
function trig(text: string): Quad[] {
  return new Parser({ format: 'TriG', baseIRI: base, blankNodePrefix: '' }).parse(
    `PREFIX : <${base}> ${text}`,
  );
}

/** The answer of the native engine: rows as texts in the order that they come, `-` for what is unbound. */
export async function ask(
  data: string | readonly Quad[],
  query: string,
  { defaultGraph = 'union', memoryBound = 1e8, limits = standardLimits, step }: Asking = {},
): Promise<string[]> {
  const quads = typeof data === 'string' ? trig(data) : data;
  const engine = new NativeEngine({ defaultGraph, memoryBound, limits });
  const { algebra, baseIRI, dataset } = parseQuery(`PREFIX : <${base}> ${query}`, base);
  const result = await engine.execute(
    { algebra, baseIRI, ...(dataset ? { dataset } : {}), ...(step ? { step } : {}) },
    snapshotOf(quads),
  );
  if (result.type === 'boolean') return [String(result.value)];
  const rows: string[] = [];
  if (result.type === 'graph')
    for await (const { subject, predicate, object } of result.quads)
      rows.push([subject, predicate, object].map(short).join(' '));
  else
    for await (const cells of result.cells(short))
      rows.push(...cells.map(row => row.map(cell => cell ?? '-').join(' ')));
  return rows;
}

/** A query with its answer, and the clause of SPARQL 1.1 Query (or another specification) that it follows from. */
export interface Example extends Asking {
  readonly it: string;
  readonly clause: string;
  readonly data: string;
  readonly query: string;
  /** In any order, when `ordered` does not say otherwise. */
  readonly rows: readonly string[];
  readonly ordered?: boolean;
}

/**
 * A test for each example: the answer is right, and stays so when each step of the plan is given its rows in other
 * batches, with pauses between.
 */
export function tryExamples(examples: readonly Example[]): void {
  for (const { it: what, clause, data, query, rows, ordered, ...asking } of examples)
    it(`${what} (${clause})`, async () => {
      for (const step of [
        (operator: Operator) => operator,
        (operator: Operator) => new Rebatched(operator),
      ]) {
        const found = await ask(data, query, { ...asking, step });
        assert.deepEqual(ordered ? found : found.sort(), ordered ? rows : [...rows].sort());
      }
    });
}

/** A step whose rows come and go in batches of one and two, with pauses. */
class Rebatched implements Operator {
  constructor(private readonly operator: Operator) {}

  explain() {
    return this.operator.explain();
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    yield* inPieces(this.operator.run(inPieces(input)));
  }
}

function* inPieces(batches: Iterable<Batch>): Iterable<Batch> {
  yield pause;
  for (const batch of batches) {
    for (let from = 0, length = 1; from < batch.length; from += length, length = 3 - length)
      yield cut(batch, from, Math.min(from + length, batch.length));
    yield pause;
  }
}

/** The names of a plan's steps with what they work on, in the order that they are made in. */
export async function stepsOf(data: string, query: string, asking: Asking = {}): Promise<string[]> {
  const steps: string[] = [];
  await ask(data, query, {
    ...asking,
    step: operator => {
      const { name, detail } = operator.explain();
      steps.push(detail === undefined ? name : `${name} ${detail}`);
      return operator;
    },
  });
  return steps;
}
