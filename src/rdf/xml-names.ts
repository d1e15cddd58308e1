import { prefixes } from './prefixes.js';

const start =
  'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';

/** The local part of a name (Namespaces in XML 1.0 section 3, production NCName). */
const ncName = new RegExp(`^[${start}][${start}0-9.\\-\\u00b7\\u0300-\\u036f\\u203f\\u2040]*$`, 'u');

/** Names of the RDF namespace that mean syntax when they name an element (RDF 1.1 XML Syntax section 5.1). */
const syntaxNames = new Set([
  'Description',
  'RDF',
  'ID',
  'about',
  'parseType',
  'resource',
  'nodeID',
  'datatype',
  'aboutEach',
  'aboutEachPrefix',
  'bagID',
  'li',
]);

/** No prefix may stand for this namespace (Namespaces in XML 1.0 section 3). */
const unbindable = 'http://www.w3.org/2000/xmlns/';

/** Whether a text is a name without a prefix, as elements, attributes and rdf:ID have it. */
export function isNcName(text: string): boolean {
  return ncName.test(text);
}

/** An IRI as namespace and local part, split as rdflib splits it: after the first "#", else after the last "/". */
export function splitName(value: string): [namespace: string, local: string] {
  const hash = value.indexOf('#');
  const end = (hash >= 0 ? hash : value.lastIndexOf('/')) + 1;
  return [value.slice(0, end), value.slice(end)];
}

/**
 * Whether an IRI can be the name of an XML element. Properties such as rdf:_1 cannot: rdflib makes rdf:li of them, which
 * are counted anew when read.
 */
export function isElementName(value: string, element: 'node' | 'property'): boolean {
  const [namespace, local] = splitName(value);
  if (!namespace || namespace === unbindable || !isNcName(local)) return false;
  if (namespace !== prefixes.rdf) return true;
  if (syntaxNames.has(local)) return false;
  return element === 'node' || !/^_\d+$/.test(local);
}
