import type { Store } from 'n3';
import type { Literal, NamedNode, Term } from '@rdfjs/types';
import { iri, prefixes, shorten } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import { formatPoint } from './coordinates.js';
import type { Identifiers } from './identifiers.js';
import type { Presentation } from './presentation.js';
import { namingProperties } from './common-properties.js';
import { firstObjects } from './entries.js';
import { languages, pickText, type Language, type Text } from './text.js';
import type { Property, Value } from './views.js';
import { dateOf } from './written-date.js';

/** What is needed to turn terms of one record into values for a reader. */
export interface Showing {
  readonly record: Store;
  /** Labels of all that the record speaks of. */
  readonly labels: Store;
  readonly presentation: Presentation;
  readonly identifiers: Identifiers;
  readonly language: Language;
}

const dates = new Set(['date', 'gYear', 'gYearMonth', 'dateTime'].map(type => prefixes.xsd + type));
/** The class of an inner node is told by the property that leads to it. */
const classOnly = new Set([iri('rdf', 'type')]);
const ownVocabularies = 'https://w3id.org/communaux/';

/** The properties of one subject of the record, named, grouped by predicate and in the order of the shapes. */
export function propertiesOf(
  subject: Term,
  showing: Showing,
  except: ReadonlySet<string> = new Set(),
): Property[] {
  const { record, presentation, language } = showing;
  const predicates = [
    ...new Set(record.getPredicates(subject as NamedNode, null, null).map(({ value }) => value)),
  ];
  return predicates
    .filter(predicate => !except.has(predicate))
    .sort(presentation.compare)
    .map(predicate => ({
      name: shorten(predicate),
      label: presentation.label(predicate, language),
      values: valuesOf(subject, predicate, showing),
    }));
}

/**
 * Values of one property. Of texts in the languages of the pages, those that the reader is best served by; then those
 * in languages that no page is in, which are told nowhere else (what a body is called in its own country).
 */
export function valuesOf(subject: Term, predicate: string, showing: Showing): Value[] {
  const terms: Term[] = showing.record.getObjects(subject as NamedNode, namedNode(predicate), null);
  const texts = terms.filter(isTagged);
  const best = pickText(texts, showing.language)?.lang;
  const kept = [
    ...texts.filter(({ language }) => language.toLowerCase() === best),
    ...texts.filter(({ language }) => language.toLowerCase() !== best && !isSpoken(language)),
    ...terms.filter(term => !isTagged(term)),
  ];
  return kept.map(term => toValue(term, showing));
}

function isTagged(term: Term): term is Literal {
  return term.termType === 'Literal' && term.language !== '';
}

/** Whether pages are in that language (a regional tag is its language: RFC 4647 section 3.4). */
function isSpoken(tag: string): boolean {
  return languages.some(language => language === tag.toLowerCase().split('-')[0]);
}

function toValue(term: Term, showing: Showing): Value {
  if (term.termType === 'Literal') return fromLiteral(term, showing.language);
  const { identifiers, record } = showing;
  const target = identifiers.ofThing(term.value);
  if (target)
    return {
      type: 'record',
      kind: target.kind,
      path: identifiers.path(target),
      text: labelOf(term, showing) ?? { value: target.slug },
    };
  if (record.countQuads(term as NamedNode, null, null, null) > 0 && term.value.includes('#'))
    return {
      type: 'node',
      id: term.value.slice(term.value.indexOf('#') + 1),
      details: propertiesOf(term, showing, classOnly),
    };
  return term.value.startsWith(ownVocabularies) ? toConcept(term, showing) : toLink(term, showing);
}

function fromLiteral(literal: Literal, reader: Language): Value {
  const { value, language: lang, datatype } = literal;
  if (dates.has(datatype.value) && dateOf(literal)) return { type: 'date', iso: value };
  const point = datatype.value === iri('geosparql', 'wktLiteral') ? formatPoint(value, reader) : undefined;
  return { type: 'text', text: { value: point ?? value, ...(lang ? { lang: lang.toLowerCase() } : {}) } };
}

/** A concept of our vocabularies; its page is `vocabulary/role#steward`, or `ontology#PublicAction` for a term of pac. */
function toConcept(term: Term, showing: Showing): Value {
  const path = term.value.slice(ownVocabularies.length).replace(/^pac#/, 'ontology#');
  const definition = pickText(
    firstObjects(showing.labels, term, [iri('skos', 'definition')]),
    showing.language,
  );
  return {
    type: 'concept',
    path,
    text: labelOf(term, showing) ?? { value: shorten(term.value) },
    ...(definition ? { definition } : {}),
  };
}

function toLink(term: Term, showing: Showing): Value {
  const text = labelOf(term, showing) ?? showing.presentation.knownLabel(term.value, showing.language);
  return { type: 'link', href: term.value, text: text ?? { value: shorten(term.value) } };
}

function labelOf(term: Term, { labels, language }: Showing): Text | undefined {
  return pickText(firstObjects(labels, term, namingProperties), language);
}
