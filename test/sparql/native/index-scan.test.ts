import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { defaultGraphId } from '../../../src/store/dictionary.js';
import { namedNode, quad } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/build-snapshot.js';
import type { Snapshot } from '../../../src/store/snapshot.js';
import { GraphFilter } from '../../../src/sparql/native/graph-filter.js';
import { GraphJoin } from '../../../src/sparql/native/graph-join.js';
import { IndexJoin } from '../../../src/sparql/native/index-join.js';
import { Chain } from '../../../src/sparql/native/operator.js';
import type { Component, GraphScope, PatternPlan } from '../../../src/sparql/native/pattern.js';
import { anyQuads } from '../../store/datasets.js';
import { all, anyCuts, bag, compatible, merged, run, type Row } from './rows.js';

/** Slots 0 to 2 are of the pattern, 3 is of earlier steps, 4 is that of GRAPH ?g when it is a variable of its own. */
const slots = [0, 1, 2, 3, 4];
const graphSlot = 4;

type Ids = readonly [s: number, p: number, o: number, g: number];

function idsOf({ dictionary }: Snapshot, quads: readonly Quad[]): Ids[] {
  const ids = quads.map(
    ({ subject, predicate, object, graph }) =>
      [subject, predicate, object, graph].map(term => dictionary.find(term)) as unknown as Ids,
  );
  return [...new Map(ids.map(quad => [quad.join(' '), quad])).values()];
}

/** A component of a pattern: a variable, which may stand twice, or a term; not all terms are in the data. */
const anyComponent = fc.oneof(
  { weight: 3, arbitrary: fc.record({ slot: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ id: fc.integer({ min: 2, max: 12 }) }) },
);
const anyPattern = fc.tuple(anyComponent, anyComponent, anyComponent);
/** Quads, and a pattern to match among them. */
const anyMatching = fc.record({ quads: anyQuads, pattern: anyPattern });

/** Solutions of earlier steps: each variable unbound in all rows, in some, or in none. */
const anyInput = fc
  .tuple(
    fc.array(fc.tuple(...slots.map(() => fc.nat({ max: 12 }))), { minLength: 1, maxLength: 12 }),
    fc.tuple(...slots.map(() => fc.constantFrom(0, 0, 0.5, 1))),
    fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([rows, shares, dice]) =>
    rows.map(row =>
      row.map((id, slot) => (id > 1 && (dice.next().value as number) < shares[slot]! ? id : 0)),
    ),
  );

const plan = (components: readonly Component[], graph: GraphScope, objectOrder = false): PatternPlan => ({
  subject: components[0]!,
  predicate: components[1]!,
  object: components[2]!,
  graph,
  needed: all,
  objectOrder,
  text: '',
  estimate: 0,
});

/** What the pattern binds for a quad; undefined when it does not match. */
function match(components: readonly Component[], quad: Ids, named?: number): Row | undefined {
  const row = slots.map(() => 0);
  const ids = named === undefined ? quad.slice(0, 3) : quad;
  const places = named === undefined ? components : [...components, { slot: named }];
  for (const [i, component] of places.entries()) {
    if ('id' in component) {
      if (component.id !== ids[i]) return undefined;
      continue;
    }
    if (row[component.slot] !== 0 && row[component.slot] !== ids[i]) return undefined;
    row[component.slot] = ids[i]!;
  }
  return row;
}

/** Joins rows with the distinct solutions of the pattern over quads. */
function model(
  rows: readonly Row[],
  quads: readonly Ids[],
  components: readonly Component[],
  named?: number,
): Row[] {
  const triples =
    named === undefined
      ? [...new Map(quads.map(([s, p, o]) => [`${s} ${p} ${o}`, [s, p, o, 0] as const])).values()]
      : quads;
  const found = triples.map(quad => match(components, quad, named)).filter(row => row !== undefined);
  return rows.flatMap(row => found.filter(other => compatible(row, other)).map(other => merged(row, other)));
}

describe('IndexJoin', () => {
  it('gives each row with the triples that match, whatever is bound and wherever variables stand', () => {
    fc.assert(
      fc.property(
        anyMatching,
        anyInput,
        anyCuts,
        fc.boolean(),
        ({ quads, pattern }, rows, cuts, objectOrder) => {
          const snapshot = snapshotOf(quads);
          const join = new IndexJoin(snapshot, plan(pattern, { kind: 'union' }, objectOrder));
          const expected = model(rows, idsOf(snapshot, quads), pattern);
          assert.deepEqual(bag(run(join, rows, cuts, slots)), bag(expected));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('carries on and gives out only what later steps need', () => {
    fc.assert(
      fc.property(anyMatching, anyInput, fc.subarray(slots), ({ quads, pattern }, rows, needed) => {
        const snapshot = snapshotOf(quads);
        const join = new IndexJoin(snapshot, {
          ...plan(pattern, { kind: 'union' }),
          needed: new Set(needed),
        });
        const expected = model(rows, idsOf(snapshot, quads), pattern);
        assert.deepEqual(
          bag(run(join, rows, [4], needed)),
          bag(expected.map(row => needed.map(slot => row[slot]!))),
        );
      }),
    );
  });

  it('goes over many triples in batches, and in the order of objects when that is asked for', () => {
    const text = Array.from({ length: 5_000 }, (_, i) => [i % 50, 1, (i * 37) % 5_000]);
    const quads = text.map(parts => quadOf(parts));
    const snapshot = snapshotOf(quads);
    const predicate = { id: snapshot.dictionary.find(quads[0]!.predicate) };
    const join = (objectOrder: boolean) =>
      new IndexJoin(snapshot, plan([{ slot: 0 }, predicate, { slot: 2 }], { kind: 'union' }, objectOrder));
    const [bySubject, byObject] = [false, true].map(order => run(join(order), [[]], [1], [0, 2]));
    assert.deepEqual(bag(bySubject!), bag(byObject!));
    assert.equal(bySubject!.length, 5_000);
    const ascending = (column: number[]) => column.every((id, at) => at === 0 || column[at - 1]! <= id);
    assert.ok(ascending(bySubject!.map(([s]) => s!)));
    assert.ok(ascending(byObject!.map(([, o]) => o!)));
  });
});

function quadOf(parts: readonly number[]): Quad {
  const [subject, predicate, object] = parts.map(part => namedNode(`http://e/${part}`));
  return quad(subject!, predicate!, object!);
}

describe('the graphs of a pattern', () => {
  const anyGraphs = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 });

  it('that are merged give each triple once, when any of them has it (section 13.2.1)', () => {
    fc.assert(
      fc.property(anyMatching, anyInput, anyGraphs, anyCuts, ({ quads, pattern }, rows, graphs, cuts) => {
        const snapshot = snapshotOf(quads);
        const merge = plan(pattern, { kind: 'merge', graphs });
        const steps = new Chain([new IndexJoin(snapshot, merge), new GraphFilter(snapshot, merge)]);
        const held = idsOf(snapshot, quads).filter(([, , , g]) => graphs.includes(g));
        assert.deepEqual(bag(run(steps, rows, cuts, slots)), bag(model(rows, held, pattern)));
      }),
      { numRuns: 200 },
    );
  });

  it('that are named give each triple with each graph that has it, but the default graph (section 13.3)', () => {
    const anyScope = fc.tuple(
      fc.option(anyGraphs, { nil: undefined }),
      fc.constantFrom(graphSlot, graphSlot, 0),
    );
    fc.assert(
      fc.property(
        anyMatching,
        anyInput,
        anyScope,
        anyCuts,
        ({ quads, pattern }, rows, [graphs, slot], cuts) => {
          const snapshot = snapshotOf(quads);
          const named = plan(pattern, { kind: 'named', slot, ...(graphs ? { graphs } : {}) });
          const steps = new Chain([new IndexJoin(snapshot, named), new GraphFilter(snapshot, named)]);
          const held = idsOf(snapshot, quads).filter(
            ([, , , g]) => g !== defaultGraphId && (graphs?.includes(g) ?? true),
          );
          assert.deepEqual(bag(run(steps, rows, cuts, slots)), bag(model(rows, held, pattern, slot)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of which there is one are gone along, or the store is', () => {
    const anyGraph = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(anyMatching, anyInput, anyGraph, anyCuts, ({ quads, pattern }, rows, graph, cuts) => {
        const snapshot = snapshotOf(quads);
        const join = new GraphJoin(snapshot, plan(pattern, { kind: 'merge', graphs: [graph] }), {
          id: graph,
        });
        const held = idsOf(snapshot, quads).filter(([, , , g]) => g === graph);
        assert.deepEqual(bag(run(join, rows, cuts, slots)), bag(model(rows, held, pattern)));
      }),
      { numRuns: 200 },
    );
  });

  it('that each solution binds are gone along, or the store is', () => {
    const anyScope = fc.option(anyGraphs, { nil: undefined });
    const anyBound = fc.infiniteStream(fc.integer({ min: 2, max: 12 }));
    fc.assert(
      fc.property(
        anyMatching,
        anyInput,
        fc.tuple(anyScope, anyBound),
        anyCuts,
        ({ quads, pattern }, input, [graphs, bound], cuts) => {
          const snapshot = snapshotOf(quads);
          const rows = input.map(row => row.with(graphSlot, bound.next().value as number));
          const scope = { kind: 'named' as const, slot: graphSlot, ...(graphs ? { graphs } : {}) };
          const join = new GraphJoin(snapshot, plan(pattern, scope), { slot: graphSlot });
          const held = idsOf(snapshot, quads).filter(([, , , g]) => graphs?.includes(g) ?? true);
          assert.deepEqual(bag(run(join, rows, cuts, slots)), bag(model(rows, held, pattern, graphSlot)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
