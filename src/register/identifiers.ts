import { isKind, type Kind } from './kinds.js';

export interface RecordName {
  readonly kind: Kind;
  readonly slug: string;
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The register's IRIs, all made from the configured base and nothing else (docs/architecture.md, names that do not move). */
export class Identifiers {
  readonly entailedGraph: string;
  readonly ontologyGraph: string;
  /** The catalogue's document, and the graph of its triples. */
  readonly catalogueGraph: string;

  constructor(
    /** Without a slash at its end. */
    readonly base: string,
  ) {
    this.entailedGraph = `${base}/graph/entailed`;
    this.ontologyGraph = `${base}/ontology`;
    this.catalogueGraph = `${base}/catalog`;
  }

  thing({ kind, slug }: RecordName): string {
    return `${this.base}/id/${kind}/${slug}`;
  }

  /** The record's document, which is also the name of its graph. */
  document({ kind, slug }: RecordName): string {
    return `${this.base}/${kind}/${slug}`;
  }

  vocabulary(name: string): string {
    return `${this.base}/vocabulary/${name}`;
  }

  shapes(kind: string): string {
    return `${this.base}/shapes/${kind}`;
  }

  /** Path below the base, `commons/openstreetmap`. */
  path({ kind, slug }: RecordName): string {
    return `${kind}/${slug}`;
  }

  /** The record that a thing's IRI belongs to; undefined for any other IRI. */
  ofThing(iri: string): RecordName | undefined {
    const prefix = `${this.base}/id/`;
    return iri.startsWith(prefix) ? toRecordName(iri.slice(prefix.length)) : undefined;
  }

  /** The record that a document's IRI (or an inner node of it, `#…`) belongs to; undefined for any other IRI. */
  ofDocument(iri: string): RecordName | undefined {
    const prefix = `${this.base}/`;
    return iri.startsWith(prefix) ? toRecordName(iri.slice(prefix.length).replace(/#.*$/s, '')) : undefined;
  }
}

/** `commons/openstreetmap` as kind and slug; undefined unless it is exactly that. */
export function toRecordName(path: string): RecordName | undefined {
  const [kind = '', slug = '', ...rest] = path.split('/');
  return isKind(kind) && slugPattern.test(slug) && rest.length === 0 ? { kind, slug } : undefined;
}
