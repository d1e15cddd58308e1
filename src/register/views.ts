import type { Criteria } from './criteria.js';
import type { Kind } from './kinds.js';
import type { StructuredData } from './schema-org/structured-data.js';
import type { Text } from './text.js';

/** What pages are given: plain data in the reader's language, ready to be shown. */

/** A record as a line of a list or a target of a link. `path` is its page, relative to the base IRI (`commons/openstreetmap`). */
export interface Summary {
  readonly kind: Kind;
  readonly path: string;
  readonly title: Text;
  readonly description?: Text;
  /** Its type in the kind's own vocabulary: action type, kind of commons, class of actor … */
  readonly type?: Text;
  readonly territories: readonly Text[];
  /** ISO 8601, as precise as known. */
  readonly date?: string;
}

export interface HomeView {
  readonly figures: readonly { readonly kind: Kind; readonly count: number }[];
  readonly triples: number;
  readonly latest: readonly Summary[];
}

export interface ListView {
  readonly kind: Kind;
  readonly items: readonly Summary[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly criteria: Criteria;
  /** Only those with at least one value, in the kind's order. */
  readonly facets: readonly FacetView[];
  /** The whole list as a SPARQL query; absent when it would be too long for an address. */
  readonly sparql?: string;
}

/** A way to narrow a list, with its values, most frequent first. */
export interface FacetView {
  /** Name of the parameter in URLs. */
  readonly name: string;
  readonly label: Text;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  /** Value of the parameter in URLs. */
  readonly id: string;
  readonly label: Text;
  /** How long the list is that choosing this value leads to. */
  readonly count: number;
  readonly chosen: boolean;
}

/** What a search over all kinds finds: the best records, and how many there are of each kind. */
export interface SearchView {
  readonly words: string;
  readonly total: number;
  readonly items: readonly Summary[];
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
}

/** One value of a property. `details` are the facts of an inner node (an involvement, a place, an amount). */
export type Value =
  | { readonly type: 'text'; readonly text: Text }
  | { readonly type: 'date'; readonly iso: string }
  | { readonly type: 'record'; readonly path: string; readonly kind: Kind; readonly text: Text }
  | { readonly type: 'concept'; readonly path: string; readonly text: Text; readonly definition?: Text }
  | { readonly type: 'link'; readonly href: string; readonly text: Text }
  | { readonly type: 'node'; readonly id: string; readonly details: readonly Property[] };

export interface Property {
  /** Its IRI, shortened (`dct:title`). */
  readonly name: string;
  readonly label: Text;
  readonly values: readonly Value[];
}

export interface Group {
  readonly label: Text;
  readonly properties: readonly Property[];
}

export interface Format {
  readonly name: string;
  readonly mediaType: string;
  /** Relative to the base IRI: `commons/openstreetmap.ttl`. */
  readonly path: string;
  /** What its address asks for besides. */
  readonly query?: readonly (readonly [name: string, value: string])[];
}

/** Where what a record says comes from, and how sure it is. */
export interface Provenance {
  readonly level: Text;
  readonly levelDefinition?: Text;
  readonly sources: readonly string[];
  /** Pages on the subject that no fact of the record was taken from. */
  readonly seeAlso: readonly string[];
  readonly unsourced: readonly Text[];
  readonly notes: readonly Text[];
  /** Whether the record is a draft, published or withdrawn. */
  readonly status?: Value;
  readonly issued?: string;
  readonly modified?: string;
}

export interface RecordView {
  readonly kind: Kind;
  readonly path: string;
  /** The thing's IRI. */
  readonly iri: string;
  readonly title: Text;
  readonly description?: Text;
  readonly types: readonly Text[];
  readonly groups: readonly Group[];
  /** What other records say of this thing, by property, each with the label it has from this side. */
  readonly incoming: readonly Property[];
  readonly provenance: Provenance;
  /** For search engines; absent for kinds that they have no class for. */
  readonly structured?: StructuredData;
  readonly formats: readonly Format[];
  /** All that the register states of the record, as a SPARQL query. */
  readonly sparql: string;
}

export interface TermView {
  /** Local name, also the HTML anchor. */
  readonly id: string;
  readonly iri: string;
  readonly label: Text;
  readonly definition?: Text;
  /** Superclasses, domain, range, inverse, close matches, notation, broader …: label and targets. */
  readonly relations: readonly Property[];
}

/** The reference of the ontology or of one SKOS scheme. */
export interface VocabularyView {
  readonly iri: string;
  /** `ontology` or `vocabulary/role`. */
  readonly path: string;
  readonly title: Text;
  readonly description?: Text;
  readonly metadata: readonly Property[];
  readonly sections: readonly { readonly label: Text; readonly terms: readonly TermView[] }[];
  /** The other vocabularies of the register. */
  readonly others: readonly { readonly path: string; readonly title: Text }[];
  readonly namespaces: readonly { readonly prefix: string; readonly iri: string }[];
  readonly formats: readonly Format[];
}

export interface ProblemView {
  readonly status: number;
  readonly title: string;
  readonly detail: Text;
  /** The path of what was meant, below the base. */
  readonly nearest?: string;
  /** Further members of the problem document, as text. */
  readonly members: readonly { readonly name: string; readonly value: string }[];
}
