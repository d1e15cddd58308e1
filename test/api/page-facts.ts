import { say } from '../../src/pages/messages.js';
import type { Language } from '../../src/register/text.js';
import { all, only, withClass, words, type Element } from '../pages/markup.js';
import { base } from '../support/server.js';

/** What the page of a record states, one line a fact: `nom: valeur`, after `#fragment` for an inner node. */
export interface PageFacts {
  /** What it says of its own thing and record. */
  readonly own: readonly string[];
  /** What it says that other records say of its thing. */
  readonly incoming: readonly string[];
  /** What it calls the things that its facts lead to. */
  readonly names: readonly { readonly iri: string; readonly name: string }[];
}

/**
 * The facts of a page, read from its HTML: its head, its lists of facts, its statements and its notes. A value is an
 * IRI (where a link leads), a date (as its `time` says it for machines), or the words that stand there.
 */
export function factsOfPage(page: Element, lang: Language): PageFacts {
  const article = only(page, 'article');
  const isIncoming = (section: Element) =>
    all(section, 'h2').some(title => words(title) === say(lang, 'incomingTitle'));
  const sections = all(article, 'section');
  const [notes] = withClass(article, 'notes');
  const lists = (found: readonly Element[]) =>
    found.flatMap(section => withClass(section, 'facts')).flatMap(rows);
  return {
    own: [
      ...all(article, 'h1').map(heading => `heading: ${words(heading)}`),
      ...withClass(article, 'lead').map(lead => `lead: ${words(lead)}`),
      ...withClass(article, 'types').flatMap(types => all(types, 'li').map(type => `type: ${words(type)}`)),
      ...lists(sections.filter(section => !isIncoming(section))).flatMap(row => factsOfRow(row, article)),
      ...(notes ? all(notes, 'section').flatMap(factsOfNotes) : []),
    ],
    incoming: lists(sections.filter(isIncoming)).flatMap(plainFacts),
    names: withClass(article, 'facts').flatMap(list => all(list, 'a').flatMap(nameOf)),
  };
}

/** A fact of a `dl`. */
interface Row {
  readonly name: string;
  readonly term: Element;
  readonly description: Element;
}

/** The rows of a `dl`, without those of lists within it. */
function rows(list: Element): Row[] {
  return elements(list).map(row => {
    const [term, description] = elements(row);
    if (term?.name !== 'dt' || description?.name !== 'dd') throw new Error(`Not a fact: ${words(row)}`);
    return { name: words(term), term, description };
  });
}

function elements({ children }: Element): Element[] {
  return children.filter(child => typeof child !== 'string');
}

/** Statements (who takes part, how actions bear on one another) stand under their role; all else under its property. */
function factsOfRow(row: Row, article: Element): string[] {
  const statements = withClass(row.description, 'statement');
  if (statements.length === 0) return plainFacts(row);
  const roles = links(row.term).map(role => `role: ${role}`);
  return statements.flatMap(statement =>
    [...roles, ...factsOfStatement(statement, article)].map(
      fact => `#${String(statement.attributes['id'])} ${fact}`,
    ),
  );
}

function factsOfStatement(statement: Element, article: Element): string[] {
  const [first, ...others] = elements(statement);
  if (!first) return [];
  const levels = withClass(first, 'level').flatMap(links);
  return [
    ...links(first)
      .filter(target => !levels.includes(target))
      .map(target => `target: ${target}`),
    ...levels.map(level => `level: ${level}`),
    ...others.flatMap(part => {
      if (part.name === 'dl') return rows(part).flatMap(plainFacts);
      if (part.attributes['class'] !== 'evidence') return `reason: ${words(part)}`;
      return all(part, 'a').map(link => `evidence: ${sourceOf(link, article)}`);
    }),
  ];
}

/** The address that the number of a source stands for. */
function sourceOf(link: Element, article: Element): string {
  const { href = '' } = link.attributes;
  const source = all(article, 'li').find(({ attributes }) => `#${String(attributes['id'])}` === href);
  return source ? links(source).join() : iriOf(href);
}

function plainFacts({ name, description }: Row): string[] {
  const listed = withClass(description, 'values').flatMap(elements);
  return (listed.length > 0 ? listed : [description]).flatMap(value => {
    const [inner] = withClass(value, 'details');
    if (!inner) return `${name}: ${valueOf(value)}`;
    return rows(inner)
      .flatMap(plainFacts)
      .map(fact => `${name}, ${fact}`);
  });
}

function valueOf(element: Element): string {
  const times = all(element, 'time').map(({ attributes }) => attributes['datetime']);
  return [...links(element), ...times][0] ?? words(element);
}

/** What stands beside the facts, under the heading of its section. Ways on (formats, SPARQL) are no facts. */
function factsOfNotes(section: Element): string[] {
  const [heading, ...parts] = elements(section);
  const title = heading ? words(heading) : '';
  return parts.flatMap(part => {
    if (part.name === 'p') return links(part).length > 0 ? [] : `${title}: ${words(part)}`;
    if (part.name !== 'dl') return elements(part).map(item => `${title}: ${valueOf(item)}`);
    return rows(part)
      .filter(({ description }) => withClass(description, 'formats').length === 0)
      .flatMap(plainFacts)
      .map(fact => `${title}, ${fact}`);
  });
}

function links(element: Element): string[] {
  return all(element, 'a').map(({ attributes }) => iriOf(attributes['href'] ?? ''));
}

/** The IRI of what an address of the register is the page of; any other address as it is. */
function iriOf(href: string): string {
  if (!href.startsWith('/')) return href;
  const { pathname, hash } = new URL(href, base);
  if (pathname.startsWith('/vocabulary/')) return `https://w3id.org/communaux${pathname}${hash}`;
  return pathname === '/ontology' ? `https://w3id.org/communaux/pac${hash}` : `${base}/id${pathname}`;
}

/** What a link calls its target, without the host that stands beside the name. */
function nameOf(link: Element): PageFacts['names'] {
  const { href = '' } = link.attributes;
  if (href.startsWith('#')) return [];
  const [host] = withClass(link, 'host').map(words);
  const name = words(link);
  return [{ iri: iriOf(href), name: host === undefined ? name : name.slice(0, -host.length).trim() }];
}
