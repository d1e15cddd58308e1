import { Store } from 'n3';
import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { expand, iri, shorten, usedPrefixes } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { Register } from './read.js';
import { formatsOf } from './record-view.js';
import { namingProperties } from './common-properties.js';
import { firstObjects } from './entries.js';
import { sections, termRelations, vocabularyMetadata } from './term-relations.js';
import { pickText, type Language } from './text.js';
import type { Property, TermView, Value, VocabularyView } from './views.js';

const describing = [iri('dct', 'description'), iri('skos', 'definition')];

/** The document being shown and the language it is shown in. */
interface Reference {
  readonly store: Store;
  /** Every RDF list in it, by its first cell. */
  readonly lists: Readonly<Record<string, Term[]>>;
  readonly path: string;
  readonly language: Language;
}

/**
 * The reference of the ontology or of one SKOS scheme, made from its own triples.
 * @param path `ontology` or `vocabulary/{name}`
 */
export async function vocabularyView(
  path: string,
  quads: readonly Quad[],
  language: Language,
  register: Register,
): Promise<VocabularyView> {
  const store = new Store([...quads]);
  const reference: Reference = { store, lists: store.extractLists(), path, language };
  const subject = headOf(reference);
  const description = pickText(firstObjects(reference.store, subject, describing), language);
  return {
    iri: subject.value,
    path,
    title: pickText(firstObjects(reference.store, subject, namingProperties), language) ?? { value: path },
    ...(description ? { description } : {}),
    metadata: properties(subject, vocabularyMetadata, reference),
    sections: sections.flatMap(({ type, label }) => {
      const terms = termsOf(type, reference);
      return terms.length ? [{ label: { value: label[language], lang: language }, terms }] : [];
    }),
    others: await otherVocabularies(path, language, register),
    namespaces: usedPrefixes(quads),
    formats: formatsOf(path),
  };
}

/** The subject that the document is about: its ontology or concept scheme. */
function headOf({ store, path }: Pick<Reference, 'store' | 'path'>): Term {
  const types = [iri('owl', 'Ontology'), iri('skos', 'ConceptScheme')];
  const heads = types.flatMap(type =>
    store.getSubjects(namedNode(iri('rdf', 'type')), namedNode(type), null),
  );
  return heads[0] ?? namedNode(path);
}

function termsOf(type: string, reference: Reference): TermView[] {
  const { store, language } = reference;
  return store
    .getSubjects(namedNode(iri('rdf', 'type')), namedNode(expand(type)), null)
    .filter(term => term.termType === 'NamedNode' && term.value.includes('#'))
    .map(term => {
      const id = term.value.slice(term.value.indexOf('#') + 1);
      const definition = pickText(firstObjects(store, term, describing.toReversed()), language);
      return {
        id,
        iri: term.value,
        label: pickText(firstObjects(store, term, namingProperties), language) ?? { value: id },
        ...(definition ? { definition } : {}),
        relations: properties(term, termRelations, reference),
      };
    });
}

function properties(
  subject: Term,
  names: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  reference: Reference,
): Property[] {
  const { store, language } = reference;
  return Object.entries(names).flatMap(([name, label]) => {
    const terms = store.getObjects(subject as NamedNode, namedNode(expand(name)), null);
    const values = toValues(terms, reference);
    return values.length ? [{ name, label: { value: label[language], lang: language }, values }] : [];
  });
}

function toValues(terms: readonly Term[], reference: Reference): Value[] {
  const literals = terms.filter(term => term.termType === 'Literal');
  const text = literals.some(({ language }) => language !== '')
    ? pickText(literals, reference.language)
    : undefined;
  const plain = text ? [] : literals.map(({ value }) => ({ type: 'text', text: { value } }) as const);
  const targets = terms.flatMap(term => (term.termType === 'BlankNode' ? membersOf(term, reference) : term));
  return [
    ...(text ? [{ type: 'text', text } as const] : plain),
    ...targets.filter(term => term.termType === 'NamedNode').map(term => toTarget(term, reference)),
  ];
}

/** Members of a union of classes (OWL 2 mapping to RDF, section 2.1). */
function membersOf(union: Term, { store, lists }: Reference): Term[] {
  const [head] = store.getObjects(union as NamedNode, namedNode(iri('owl', 'unionOf')), null);
  return head ? (lists[head.value] ?? []) : [];
}

function toTarget(term: Term, { store, path, language }: Reference): Value {
  const label = pickText(firstObjects(store, term, namingProperties), language);
  return label
    ? { type: 'concept', path: `${path}#${term.value.slice(term.value.indexOf('#') + 1)}`, text: label }
    : { type: 'link', href: term.value, text: { value: shorten(term.value) } };
}

async function otherVocabularies(
  path: string,
  language: Language,
  { store, identifiers }: Register,
): Promise<{ path: string; title: VocabularyView['title'] }[]> {
  const own = `${identifiers.base}/`;
  const names = (await store.graphNames()).map(name => name.slice(own.length));
  const others = names.filter(
    name => name !== path && (name === 'ontology' || name.startsWith('vocabulary/')),
  );
  return Promise.all(
    others.map(async name => {
      const other = { store: new Store([...(await store.graph(own + name))]), path: name };
      const title = pickText(firstObjects(other.store, headOf(other), namingProperties), language);
      return { path: name, title: title ?? { value: name } };
    }),
  );
}
