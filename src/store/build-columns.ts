import type { Columns } from './columns.js';
import { graphColumns, type GraphColumns } from './graph-columns.js';
import { offsetsOf } from './offsets.js';
import { predicateColumns } from './predicate-columns.js';
import { sortedQuads, tripleStarts, type QuadColumns } from './quad-columns.js';
import { ascending, gather, sortBy } from './sort-columns.js';

type TripleColumns = Pick<Columns, 'spoS' | 'spoP' | 'spoO'>;

/**
 * Sorts quads into the columns of a snapshot.
 * @param quads in any order, the same one perhaps more than once
 * @param idCount ids are below this
 */
export function buildColumns(quads: QuadColumns, idCount: number): Columns {
  return columnsOf(sortedQuads(quads, idCount), idCount);
}

/** The columns of quads that are sorted, each one once. */
export function columnsOf({ s, p, o, g }: QuadColumns, idCount: number): Columns {
  const starts = tripleStarts({ s, p, o, g });
  const firsts = starts.subarray(0, -1);
  const triples = { spoS: gather(s, firsts), spoP: gather(p, firsts), spoO: gather(o, firsts) };
  return { ...ordersOf(triples, idCount), ...graphColumns(g, starts) };
}

/** All that follows from the triples in their first order: the other orders, offsets and statistics. */
function ordersOf(triples: TripleColumns, idCount: number): Omit<Columns, keyof GraphColumns> {
  const { spoS, spoP, spoO } = triples;
  // Each order is the one before, sorted by one more key: P over SPO, O over PSO, P over OPS.
  const pso = sortBy(ascending(spoS.length), spoP, idCount);
  const ops = sortBy(pso, spoO, idCount);
  const pos = sortBy(ops, spoP, idCount);
  const columns = {
    ...triples,
    psoS: gather(spoS, pso),
    psoO: gather(spoO, pso),
    opsP: gather(spoP, ops),
    opsS: gather(spoS, ops),
    posO: gather(spoO, pos),
    posS: gather(spoS, pos),
    subjectOffsets: offsetsOf(spoS, idCount),
    predicateOffsets: offsetsOf(spoP, idCount),
    objectOffsets: offsetsOf(spoO, idCount),
  };
  return { ...columns, ...predicateColumns(columns) };
}
