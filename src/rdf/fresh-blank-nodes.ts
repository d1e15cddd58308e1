import type { BlankNode } from '@rdfjs/types';
import { blankNode } from './terms.js';

/**
 * Names the blank nodes of one text apart from those of any other: labels are local to their text
 * (RDF 1.1 Concepts section 3.4). The function given back makes one node a label, and a new node without one.
 */
export function freshBlankNodes(): (label?: string) => BlankNode {
  const nodes = new Map<string, BlankNode>();
  return label => {
    const known = label === undefined ? undefined : nodes.get(label);
    const node = known ?? blankNode();
    if (label !== undefined) nodes.set(label, node);
    return node;
  };
}
