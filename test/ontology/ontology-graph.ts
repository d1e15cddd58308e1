import { readdirSync, readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import type { Literal, Term } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { iri, prefixes, shorten, type Prefix } from '../../src/rdf/prefixes.js';
import { term } from '../../src/rdf/terms.js';

/** An ontology file as questions that criteria ask of it; IRIs are prefixed names where a prefix fits. */
class OntologyGraph {
  readonly store: Store;

  constructor(...path: string[]) {
    this.store = new Store(new Parser().parse(readFileSync(projectPath('ontology', ...path), 'utf8')));
  }

  objects(subject: Term | null, prefix: Prefix, name: string): Term[] {
    return this.store.getObjects(subject, term(prefix, name), null);
  }

  subjects(prefix: Prefix, name: string, object: Term | null = null): Term[] {
    return this.store.getSubjects(term(prefix, name), object, null);
  }

  /** Languages of the literals of a property, in order. */
  languages(subject: Term, prefix: Prefix, name: string): string[] {
    return this.objects(subject, prefix, name)
      .map(found => (found as Literal).language)
      .sort();
  }

  /** What stands in an RDF list. */
  list(head: Term): Term[] {
    const [first] = this.objects(head, 'rdf', 'first');
    const [rest] = this.objects(head, 'rdf', 'rest');
    return first && rest ? [first, ...this.list(rest)] : [];
  }

  /** The classes that a domain or a range names: itself, or the members of its union; sorted. */
  classesOf(end: Term): string[] {
    const [union] = this.objects(end, 'owl', 'unionOf');
    return (union ? this.list(union) : [end]).map(({ value }) => shorten(value)).sort();
  }

  /** Chains of a relation that come back to where they began. */
  cycles(prefix: Prefix, name: string): string[] {
    return this.subjects(prefix, name)
      .filter(start => this.reach(start, prefix, name).has(start.value))
      .map(({ value }) => value);
  }

  private reach(start: Term, prefix: Prefix, name: string): Set<string> {
    const seen = new Map<string, Term>();
    const open = this.objects(start, prefix, name);
    for (let next = open.pop(); next; next = open.pop())
      if (!seen.has(next.value)) {
        seen.set(next.value, next);
        open.push(...this.objects(next, prefix, name));
      }
    return new Set(seen.keys());
  }
}

export const pac = new OntologyGraph('pac.ttl');

/** The terms of our namespace: classes, and properties of every sort. */
export const ownClasses = own('Class');
export const ownProperties = [
  ...own('ObjectProperty'),
  ...own('DatatypeProperty'),
  ...own('AnnotationProperty'),
];

/** All the terms of our namespace. */
export const terms = [...ownClasses, ...ownProperties];

/** The axioms that tie a term to a class, and to a property. */
export const toClass = ['subClassOf', 'domain', 'range'].map(name => iri('rdfs', name));
export const toProperty = [iri('rdfs', 'subPropertyOf'), iri('owl', 'inverseOf')];

function own(type: string): Term[] {
  return pac.subjects('rdf', 'type', term('owl', type)).filter(({ value }) => isOwn(value));
}

export function isOwn(value: string): boolean {
  return value.startsWith(prefixes.pac) && value !== prefixes.pac;
}

/** The vocabularies (SKOS), by the name of their file. */
export const vocabularies: ReadonlyMap<string, OntologyGraph> = new Map(
  readdirSync(projectPath('ontology', 'vocabularies'))
    .filter(file => file.endsWith('.ttl'))
    .map(file => [file.replace('.ttl', ''), new OntologyGraph('vocabularies', file)]),
);

/** Terms for which a condition does not hold. */
export function failing(candidates: readonly Term[], holds: (candidate: Term) => boolean): string[] {
  return candidates.filter(candidate => !holds(candidate)).map(({ value }) => shorten(value));
}

/** Duplicate texts of a property, with their language, among subjects of a graph. */
export function duplicates(
  graph: OntologyGraph,
  subjects: readonly Term[],
  prefix: Prefix,
  name: string,
): string[] {
  const texts = subjects.flatMap(subject =>
    graph.store.getQuads(subject, term(prefix, name), null, null).map(({ object }) => JSON.stringify(object)),
  );
  return texts.filter((text, i) => texts.indexOf(text) !== i);
}
