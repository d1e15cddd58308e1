import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../project.js';
import { loadDocument } from './document-loader.js';
import { loadProcessor } from './processor.js';
import { readable } from './readable.js';
import { toExpanded } from './write.js';

/** A node of the register's graphs as JSON, with the keys of the context. */
export type Tree = Readonly<Record<string, unknown>>;

/** One frame for all kinds: a thing, with all that its record says of it within it, and the record itself. */
const frame = JSON.parse(readFileSync(projectPath('ontology', 'frames', 'record.jsonld'), 'utf8')) as Tree;

/** Keys that people look for first, in this order; the others follow as the processor sorts them, the record last. */
const leading = [
  'id',
  'type',
  'title',
  'name',
  'prefLabel',
  'acronym',
  'altLabel',
  'description',
  'definition',
] as const;

/**
 * A graph as a tree below one of its nodes (JSON-LD 1.1 Framing), without `@context`.
 * @param iri the node at the top
 */
export async function frameGraph(quads: Iterable<Quad>, iri: string): Promise<Tree> {
  const options = { documentLoader: loadDocument };
  const framed: Tree = await (
    await loadProcessor()
  ).frame(await toExpanded(quads), { ...frame, id: iri }, options as object);
  const plain = Object.fromEntries(Object.entries(framed).filter(([key]) => key !== '@context'));
  const { record, ...node } = readable(plain);
  const first = leading.filter(key => key in node).map(key => [key, node[key]] as const);
  return { ...Object.fromEntries(first), ...node, ...(record === undefined ? {} : { record }) };
}
