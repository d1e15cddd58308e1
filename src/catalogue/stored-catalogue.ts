import type { Quad } from '@rdfjs/types';
import { namedNode, quad } from '../rdf/terms.js';
import type { Identifiers } from '../register/identifiers.js';
import { catalogueItself } from './catalogue-quads.js';
import { nodesOf, type Nodes } from './dataset-quads.js';
import { datedDatasets } from './dated-datasets.js';
import type { RegisterPart } from './datasets.js';
import { partOf } from './documents.js';
import { extentOf, type Extent } from './extent.js';
import type { Publisher } from './publisher.js';

/**
 * The catalogue as the store holds it, in a graph of its own, so that portals can harvest it by SPARQL. It says what its
 * document says of the catalogue, the datasets, their files, the services and the publisher, but for two things: sizes of
 * files, which are only known once they were made, and what others say better of their own concepts and documents, which
 * would stand among the register's.
 * @param dated the quads of all graphs that extents are read from
 * @returns nothing when the store holds no document of any dataset
 */
export function storedCatalogue(
  dated: Iterable<Quad>,
  publisher: Publisher,
  identifiers: Identifiers,
): Quad[] {
  const parts = extentsOf(dated, identifiers);
  if (parts.size === 0) return [];
  const nodes = nodesOf(identifiers.base, publisher);
  const datasets = datedDatasets(parts).map(dataset => ({
    ...dataset,
    sizes: {},
    refused: new Set<never>(),
  }));
  const graph = namedNode(identifiers.catalogueGraph);
  return catalogueItself(nodes, datasets, publisher)
    .filter(({ subject }) => isOwn(subject, nodes, identifiers))
    .map(({ subject, predicate, object }) => quad(subject, predicate, object, graph));
}

function extentsOf(dated: Iterable<Quad>, identifiers: Identifiers): Map<RegisterPart, Extent> {
  const byPart = new Map<RegisterPart, Quad[]>();
  for (const item of dated) {
    const part = partOf(item.graph.value, identifiers);
    if (part === undefined) continue;
    const known = byPart.get(part);
    if (known) known.push(item);
    else byPart.set(part, [item]);
  }
  return new Map([...byPart].map(([part, quads]) => [part, extentOf(quads)]));
}

/** A publisher that has a record here is described by that record, which lists and pages read. */
function isOwn({ termType, value }: Quad['subject'], nodes: Nodes, identifiers: Identifiers): boolean {
  if (termType === 'BlankNode') return true;
  if (value === nodes.publisher) return !identifiers.ofThing(value);
  const { base, catalogue } = nodes;
  return [catalogue, `${base}/dataset/`, `${base}/service/`].some(start => value.startsWith(start));
}
