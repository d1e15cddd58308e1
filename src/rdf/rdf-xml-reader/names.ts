import { Problem } from '../../errors.js';
import { prefixes } from '../prefixes.js';

export const namespaces = {
  rdf: prefixes.rdf,
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
  its: 'http://www.w3.org/2005/11/its',
} as const;

/** Terms that RDF no longer has (RDF 1.1 XML Syntax section 5.2, oldTerms). */
const oldTerms = ['aboutEach', 'aboutEachPrefix', 'bagID'];

/** Terms that are syntax wherever they stand (section 5.2, coreSyntaxTerms). */
const coreSyntaxTerms = ['RDF', 'ID', 'about', 'parseType', 'resource', 'nodeID', 'datatype'];

/** What no element or attribute may be called in the place of a node, a property or a property attribute. */
const forbidden = {
  node: new Set([...coreSyntaxTerms, ...oldTerms, 'li']),
  property: new Set([...coreSyntaxTerms, ...oldTerms, 'Description']),
  attribute: new Set([...oldTerms, 'RDF', 'Description', 'li']),
} as const;

/**
 * Refuses names of the RDF namespace that cannot stand where they do.
 * @throws Problem `syntax-error`
 */
export function assertName(uri: string, local: string, place: keyof typeof forbidden): void {
  if (uri === namespaces.rdf && forbidden[place].has(local))
    throw new Problem('syntax-error', `rdf:${local} cannot be the name of ${names[place]}.`);
}

const names = { node: 'a node', property: 'a property', attribute: 'an attribute here' } as const;
