import type { SaxesAttributeNS, SaxesTagNS } from '@rubensworks/saxes';
import { resolve } from 'relative-to-absolute-iri';
import { Problem } from '../../errors.js';
import { assertName, namespaces } from './names.js';

/** What elements hand down to those inside of them. */
export interface Scope {
  readonly base: string;
  readonly language: string;
  readonly direction: '' | 'ltr' | 'rtl';
  /** The rdf:version that was announced; without one, its:dir means nothing (RDF 1.2 XML Syntax). */
  readonly version: string;
}

/** The scope of a document's root element. */
export function outermost(base: string): Scope {
  return { base, language: '', direction: '', version: '' };
}

/** The attributes of an element, by what they are for. */
export interface Attributes {
  readonly scope: Scope;
  /** Attributes that are syntax, such as rdf:about, by their local name. */
  readonly syntax: ReadonlyMap<string, string>;
  /** Attributes that state something, by the IRI of the property; rdf:type among them. */
  readonly properties: readonly (readonly [iri: string, value: string])[];
}

const syntaxNames = new Set([
  'about',
  'ID',
  'nodeID',
  'resource',
  'datatype',
  'parseType',
  'version',
  'annotation',
  'annotationNodeID',
]);

/** Names that once had no namespace (RDF 1.1 XML Syntax section 6.1.4); others without one are forbidden. */
const bareNames = new Set(['ID', 'about', 'resource', 'parseType', 'type']);

/**
 * Sorts the attributes of an element.
 * @throws Problem `syntax-error` for an attribute that cannot stand there
 */
export function attributesOf(tag: SaxesTagNS, outer: Scope): Attributes {
  let scope = outer;
  const syntax = new Map<string, string>();
  const properties: [string, string][] = [];
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.uri === namespaces.xmlns) continue;
    if (attribute.uri === namespaces.xml || attribute.uri === namespaces.its) {
      scope = scoped(attribute, scope, outer.base);
      continue;
    }
    const { uri, local, value } = named(attribute);
    if (uri === '') continue;
    assertName(uri, local, 'attribute');
    if (uri === namespaces.rdf && syntaxNames.has(local)) syntax.set(local, value);
    else properties.push([uri + local, value]);
  }
  const version = syntax.get('version') ?? outer.version;
  return { scope: { ...scope, version }, syntax, properties };
}

function named({ uri, local, name, value }: SaxesAttributeNS) {
  if (uri !== '' || /^xml/i.test(name)) return { uri, local, value };
  if (bareNames.has(local)) return { uri: namespaces.rdf, local, value };
  const hint = local === 'lang' ? ' Write xml:lang.' : '';
  throw new Problem('syntax-error', `The attribute "${local}" has no namespace.${hint}`);
}

function scoped({ uri, local, value }: SaxesAttributeNS, scope: Scope, base: string): Scope {
  if (uri === namespaces.xml && local === 'lang') return { ...scope, language: value };
  if (uri === namespaces.xml && local === 'base') return { ...scope, base: resolve(value, base) };
  if (uri === namespaces.its && local === 'dir') return { ...scope, direction: directionOf(value) };
  return scope;
}

function directionOf(value: string): Scope['direction'] {
  if (value === 'ltr' || value === 'rtl' || value === '') return value;
  throw new Problem('syntax-error', `A base direction is "ltr" or "rtl", not "${value}".`);
}
