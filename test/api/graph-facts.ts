import { Store } from 'n3';
import type { Literal, Quad, Term } from '@rdfjs/types';
import { count, say } from '../../src/pages/messages.js';
import { expand, iri, shorten } from '../../src/rdf/prefixes.js';
import { namedNode } from '../../src/rdf/terms.js';
import type { Language } from '../../src/register/text.js';
import type { Names } from './names.js';

/** A record as its graph has it, and for whom it is shown. */
export interface Shown {
  readonly lang: Language;
  readonly thing: string;
  readonly document: string;
  readonly quads: readonly Quad[];
  readonly names: Names;
  /** What the shapes call a property. */
  readonly label: (property: string) => string;
}

type Place = (shown: Shown) => string;

/** Facts of the thing that stand elsewhere than under the name of their property. */
const thingPlaces: Readonly<Record<string, string>> = {
  'dct:description': 'lead',
  'skos:definition': 'lead',
};

/** Facts of the record itself: the section beside the page's facts, and the name that they have there. */
const recordPlaces: Readonly<Record<string, Place>> = {
  'foaf:primaryTopic': ({ lang }) => `${say(lang, 'recordTitle')}, ${say(lang, 'identifier')}`,

  'adms:status': ({ lang }) => `${say(lang, 'recordTitle')}, ${say(lang, 'recordStatus')}`,
  'dct:issued': ({ lang }) => `${say(lang, 'recordTitle')}, ${say(lang, 'issued')}`,
  'dct:modified': ({ lang }) => `${say(lang, 'recordTitle')}, ${say(lang, 'modified')}`,
  'dct:source': ({ lang }) => say(lang, 'sourcesTitle'),
  'rdfs:seeAlso': ({ lang }) => say(lang, 'seeAlsoTitle'),
  'pac:unsourcedProperty': ({ lang }) => say(lang, 'verificationTitle'),
  'skos:editorialNote': ({ lang }) => say(lang, 'verificationTitle'),
};

/** The parts of a statement, an inner node that has a role. */
const statementPlaces: Readonly<Record<string, string>> = {
  'prov:hadRole': 'role',
  'dcat:hadRole': 'role',
  'prov:agent': 'target',
  'dct:relation': 'target',
  'pac:verificationLevel': 'level',
  'dct:description': 'reason',
  'dct:source': 'evidence',
};

/** The facts that pages deliberately leave to other formats, and why. */
const untold: readonly { readonly of: 'record' | 'node'; readonly property: string; readonly why: string }[] =
  [
    { of: 'record', property: 'rdf:type', why: 'every record is one; its page says "this record"' },
    { of: 'node', property: 'rdf:type', why: 'the property that leads to a node tells what it is' },
  ];

const isUntold = (of: string, property: string) =>
  untold.some(fact => fact.of === of && fact.property === property);

const naming = ['dct:title', 'foaf:name', 'skos:prefLabel'];
const typing = ['pac:actionType', 'pac:commonsKind', 'pac:needStatus', 'org:classification', 'dct:type'];
const pageLanguages: readonly string[] = ['fr', 'en'];

/** Every fact of the graph that the page must state, as `factsOfPage` writes it. */
export function factsOfGraph(shown: Shown): string[] {
  const graph = new Store([...shown.quads]);
  const nodes = graph.getSubjects(null, null, null).filter(({ value }) => value.includes('#'));
  return [
    ...properties(graph, shown.thing).flatMap(([name, terms]) => factsOfThing(name, terms, { graph, shown })),
    ...nodes.filter(node => isStatement(node, graph)).flatMap(node => factsOfStatement(node, graph, shown)),
    ...properties(graph, shown.document).flatMap(([name, terms]) => factsOfRecord(name, terms, shown)),
    ...ownWords(graph, shown),
  ];
}

interface Reading {
  readonly graph: Store;
  readonly shown: Shown;
}

function factsOfThing(name: string, terms: readonly Term[], { graph, shown }: Reading): string[] {
  const label = shown.label(expand(name));
  if (naming.includes(name)) {
    const [heading, ...others] = written(terms, shown);
    return [`heading: ${String(heading)}`, ...others.map(other => `${label}: ${other}`)];
  }
  const place = thingPlaces[name] ?? label;
  const types = typing.includes(name) ? terms.map(({ value }) => `type: ${shown.names.of(value)}`) : [];
  const told = terms.filter(term => !isStatement(term, graph) && !isToldByLink(name, term, graph));
  const isInner = ({ value }: Term) => value.startsWith(`${shown.document}#`);
  const plain = written(
    told.filter(term => !isInner(term)),
    shown,
  );
  const inner = told.filter(isInner).flatMap(node => factsOfNode(node, graph, shown));
  return [...types, ...plain.map(value => `${place}: ${value}`), ...inner.map(fact => place + fact)];
}

function factsOfStatement(node: Term, graph: Store, shown: Shown): string[] {
  const id = node.value.slice(node.value.indexOf('#'));
  return properties(graph, node.value)
    .filter(([name]) => !isUntold('node', name))
    .flatMap(([name, terms]) =>
      written(terms, shown).map(
        value => `${id} ${statementPlaces[name] ?? shown.label(expand(name))}: ${value}`,
      ),
    );
}

function factsOfRecord(name: string, terms: readonly Term[], shown: Shown): string[] {
  if (isUntold('record', name) || name === 'pac:verificationLevel') return [];
  const place = recordPlaces[name]?.(shown) ?? `nowhere, ${name}`;
  const values =
    name === 'pac:unsourcedProperty' ? terms.map(({ value }) => shown.label(value)) : written(terms, shown);
  return values.map(value => `${place}: ${value}`);
}

/** What the page says in its own words of what the record's graph says: how sure it is, and that nothing is cited. */
function ownWords(graph: Store, { lang, document, names }: Shown): string[] {
  const [level, unsourced, sources] = ['pac:verificationLevel', 'pac:unsourcedProperty', 'dct:source'].map(
    name => graph.getObjects(namedNode(document), namedNode(expand(name)), null),
  );
  const reliability = say(lang, 'verificationTitle');
  return [
    ...(level ?? []).flatMap(({ value }) => [
      `${reliability}: ${say(lang, 'verificationLevel')} ${names.of(value)}`,
      `${reliability}: ${names.definitionOf(value)}`,
    ]),
    ...(unsourced?.length ? [`${reliability}: ${count(lang, 'unsourced', unsourced.length)}`] : []),
    ...(sources?.length ? [] : [`${say(lang, 'sourcesTitle')}: ${say(lang, 'noSource')}`]),
  ];
}

/** An inner node that is no statement: an amount or an identifier as one phrase, else each of its facts. */
function factsOfNode(node: Term, graph: Store, shown: Shown): string[] {
  const details = properties(graph, node.value).filter(([name]) => !isUntold('node', name));
  const one = (name: string) => details.find(([known]) => known === name)?.[1][0]?.value ?? '';
  const names = details.map(([name]) => name).sort();
  if (names.join() === 'schema:currency,schema:value')
    return [`: ${money(one('schema:value'), one('schema:currency'), shown.lang)}`];
  if (names.join() === 'adms:schemaAgency,skos:notation')
    return [`: ${one('skos:notation')} (${one('adms:schemaAgency')})`];
  return details.flatMap(([name, terms]) =>
    written(terms, shown).map(
      value => `${details.length > 1 ? `, ${shown.label(expand(name))}` : ''}: ${value}`,
    ),
  );
}

function isStatement(term: Term, graph: Store): boolean {
  return ['prov', 'dcat'].some(
    prefix =>
      graph.countQuads(namedNode(term.value), namedNode(iri(prefix as 'prov', 'hadRole')), null, null) > 0,
  );
}

/** A shortcut between actions (`pac:dependsOn`) is told by the link (role `depends-on`) that says it with its reason. */
function isToldByLink(name: string, target: Term, graph: Store): boolean {
  const role = name.replace('pac:', '').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  const roleIri = `https://w3id.org/communaux/vocabulary/link-role#${role}`;
  return graph
    .getSubjects(namedNode(iri('dcat', 'hadRole')), namedNode(roleIri), null)
    .some(
      link => graph.countQuads(link, namedNode(iri('dct', 'relation')), namedNode(target.value), null) > 0,
    );
}

function properties(graph: Store, subject: string): [string, Term[]][] {
  const names = new Set(graph.getPredicates(namedNode(subject), null, null).map(({ value }) => value));
  return [...names].map(name => [shorten(name), graph.getObjects(namedNode(subject), namedNode(name), null)]);
}

/**
 * Values as a page writes them. Texts are in the reader's language, or in the next best; the other language of the
 * pages is on the other page. Texts in yet other languages are on both, after those.
 */
function written(terms: readonly Term[], { lang }: Shown): string[] {
  const texts = terms.filter((term): term is Literal => term.termType === 'Literal' && term.language !== '');
  const has = (tag: string) => texts.some(({ language }) => language === tag);
  const best = [lang, ...pageLanguages].find(has);
  const told = [
    ...texts.filter(({ language }) => language === best),
    ...texts.filter(({ language }) => !pageLanguages.includes(language)),
  ];
  return [
    ...told.map(({ value, language }) => plain(language === lang ? value : `${value} (${language})`)),
    ...terms.filter(term => !texts.includes(term as Literal)).map(term => writeValue(term, lang)),
  ];
}

function writeValue(term: Term, lang: Language): string {
  const isPoint = term.termType === 'Literal' && term.datatype.value === iri('geosparql', 'wktLiteral');
  return isPoint ? point(term.value, lang) : plain(term.value);
}

const plain = (text: string) => text.replace(/[ \n]+/g, ' ').trim();

/** « 48,18° N, 2,84° O » for `POINT(-2.84 48.18)`. */
function point(wkt: string, lang: Language): string {
  const [longitude = '', latitude = ''] = wkt.replace(/POINT\s*\(|\)/g, '').split(' ');
  const degrees = (value: string) => value.replace('-', '').replace('.', lang === 'fr' ? ',' : '.');
  const west = lang === 'fr' ? 'O' : 'W';
  return [
    `${degrees(latitude)}° ${latitude.startsWith('-') ? 'S' : 'N'}`,
    `${degrees(longitude)}° ${longitude.startsWith('-') ? west : 'E'}`,
  ].join(', ');
}

/** « 40 000 € » with the spaces of French typography, or "€40,000". */
function money(value: string, currency: string, lang: Language): string {
  const sign = currency === 'EUR' ? '€' : currency;
  const digits = value.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? '\u202f' : ',');
  return lang === 'fr' ? `${digits}\u00a0${sign}` : `${sign}${digits}`;
}
