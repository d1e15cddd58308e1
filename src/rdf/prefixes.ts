import type { Quad } from '@rdfjs/types';

/** Namespace IRIs of the vocabularies in use, by prefix. Serialisers and pages shorten IRIs with them. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  bibo: 'http://purl.org/ontology/bibo/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  eli: 'http://data.europa.eu/eli/ontology#',
  epo: 'http://data.europa.eu/a4g/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  m8g: 'http://data.europa.eu/m8g/',
  mod: 'https://w3id.org/mod#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  pac: 'https://w3id.org/communaux/pac#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sd: 'http://www.w3.org/ns/sparql-service-description#',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vann: 'http://purl.org/vocab/vann/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  void: 'http://rdfs.org/ns/void#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Prefix = keyof typeof prefixes;

/** The IRI of a prefixed name, e.g. `iri('dct', 'title')`. */
export function iri(prefix: Prefix, localName: string): string {
  return prefixes[prefix] + localName;
}

/** `dct:title` for `http://purl.org/dc/terms/title`; the IRI itself when no prefix fits. */
export function shorten(value: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = value.slice(namespace.length);
    if (value.startsWith(namespace) && /^[\w-]+$/.test(local)) return `${prefix}:${local}`;
  }
  return value;
}

/** The IRI of `dct:title`; anything without a known prefix is given back as it is. */
export function expand(name: string): string {
  const [prefix = '', local = ''] = name.split(':', 2);
  return Object.hasOwn(prefixes, prefix) ? prefixes[prefix as Prefix] + local : name;
}

/** The prefixes whose namespaces occur among the terms of the quads. */
export function usedPrefixes(quads: Iterable<Quad>): { prefix: Prefix; iri: string }[] {
  const namespaces = new Set<string>();
  for (const { subject, predicate, object } of quads)
    for (const { value } of [subject, predicate, object, 'datatype' in object ? object.datatype : predicate])
      namespaces.add(namespaceOf(value));
  return prefixesOf(namespaces);
}

/** An IRI up to its last separator. */
export function namespaceOf(value: string): string {
  return value.slice(0, Math.max(value.lastIndexOf('#'), value.lastIndexOf('/')) + 1);
}

/** The prefixes that are for any of the namespaces. */
export function prefixesOf(namespaces: ReadonlySet<string>): { prefix: Prefix; iri: string }[] {
  return Object.entries(prefixes)
    .filter(([, namespace]) => namespaces.has(namespace))
    .map(([prefix, namespace]) => ({ prefix: prefix as Prefix, iri: namespace }));
}
