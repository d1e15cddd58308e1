import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Quad, Term } from '@rdfjs/types';
import { parseRdf } from '../../../src/rdf/parse.js';
import { blankNode, literal, namedNode, quad } from '../../../src/rdf/terms.js';
import { readRdf } from './manifest.js';
import { readCsv, readTsv } from './table-results.js';

export type Solution = ReadonlyMap<string, Term>;

/** What a query has to answer. */
export type Expected =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'graph'; readonly rows: readonly Solution[] }
  | { readonly type: 'solutions'; readonly rows: readonly Solution[]; readonly ordered: boolean };

/** Formats of results that are no RDF, by the extension of their files. */
const tables: Readonly<Record<string, { readonly mediaType: string; read(text: string): Expected }>> = {
  srx: { mediaType: 'application/sparql-results+xml', read: fromXml },
  srj: { mediaType: 'application/sparql-results+json', read: fromJson },
  tsv: { mediaType: 'text/tab-separated-values', read: readTsv },
  csv: { mediaType: 'text/csv', read: readCsv },
};

const extensionOf = (url: string) => url.slice(url.lastIndexOf('.') + 1);

/** Reads a file with a result, in any of the formats of the suite. */
export async function expectedOf(url: string): Promise<Expected> {
  const table = tables[extensionOf(url)];
  return table ? table.read(readFileSync(fileURLToPath(url), 'utf8')) : fromGraph(await readRdf(url));
}

/** What to accept, to be answered in the format that a test is about, or else in any that its kind of result has. */
export function acceptFor(url: string): string {
  return tables[extensionOf(url)]?.mediaType ?? 'application/sparql-results+json, text/turtle';
}

/** Reads an answer. */
export async function givenIn(mediaType: string, text: string, base: string): Promise<Expected> {
  const table = Object.values(tables).find(format => format.mediaType === mediaType);
  if (table) return table.read(text);
  return { type: 'graph', rows: (await parseRdf(text, { format: 'turtle', base })).map(tripleSolution) };
}

/** A triple as a solution. */
function tripleSolution({ subject, predicate, object }: Quad): Solution {
  return new Map<string, Term>([
    ['s', subject],
    ['p', predicate],
    ['o', object],
  ]);
}

interface Tagged {
  readonly language?: string | undefined;
  readonly direction?: string | undefined;
  readonly datatype?: string | undefined;
}

function literalOf(value: string, { language, direction, datatype }: Tagged): Term {
  if (direction) return literal(value, { language, direction } as unknown as string);
  if (language) return literal(value, language);
  return datatype ? literal(value, namedNode(datatype)) : literal(value);
}

/** SPARQL 1.2 Query Results XML Format. */
function fromXml(text: string): Expected {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const [answer] = document.getElementsByTagName('boolean');
  if (answer) return { type: 'boolean', value: answer.textContent?.trim() === 'true' };
  const rows = [...document.getElementsByTagName('result')].map(
    result =>
      new Map(
        childrenOf(result).map(binding => [
          binding.getAttribute('name') ?? '',
          xmlTerm(childrenOf(binding)[0]!),
        ]),
      ),
  );
  return { type: 'solutions', rows, ordered: false };
}

function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter(({ nodeType }) => nodeType === element.nodeType) as Element[];
}

function xmlTerm(element: Element): Term {
  const text = element.textContent ?? '';
  switch (element.localName) {
    case 'uri':
      return namedNode(text);
    case 'bnode':
      return blankNode(text);
    case 'triple': {
      const [subject, predicate, object] = childrenOf(element).map(part => xmlTerm(childrenOf(part)[0]!));
      return tripleTerm(subject!, predicate!, object!);
    }
    default:
      return literalOf(text, {
        language: element.getAttribute('xml:lang') ?? undefined,
        direction: element.getAttribute('its:dir') ?? undefined,
        datatype: element.getAttribute('datatype') ?? undefined,
      });
  }
}

function tripleTerm(subject: Term, predicate: Term, object: Term): Term {
  return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
}

interface JsonTerm {
  readonly type: string;
  readonly value: string & {
    readonly subject: JsonTerm;
    readonly predicate: JsonTerm;
    readonly object: JsonTerm;
  };
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
  readonly 'its:dir'?: string;
}

/** SPARQL 1.2 Query Results JSON Format. */
function fromJson(text: string): Expected {
  const { boolean, results } = JSON.parse(text) as {
    boolean?: boolean;
    results?: { bindings: Record<string, JsonTerm>[] };
  };
  if (boolean !== undefined) return { type: 'boolean', value: boolean };
  const rows = (results?.bindings ?? []).map(
    binding => new Map(Object.entries(binding).map(([name, term]) => [name, jsonTerm(term)])),
  );
  return { type: 'solutions', rows, ordered: false };
}

function jsonTerm(term: JsonTerm): Term {
  const { type, value } = term;
  switch (type) {
    case 'uri':
      return namedNode(value);
    case 'bnode':
      return blankNode(value);
    case 'triple':
      return tripleTerm(jsonTerm(value.subject), jsonTerm(value.predicate), jsonTerm(value.object));
    default:
      return literalOf(value, {
        language: term['xml:lang'],
        direction: term['its:dir'],
        datatype: term.datatype,
      });
  }
}

const resultNames = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#';
const typeName = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** A graph, which may be a result set in the vocabulary of the suite (DAWG result set vocabulary). */
function fromGraph(quads: readonly Quad[]): Expected {
  const set = quads.find(
    ({ predicate, object }) => predicate.value === typeName && object.value === `${resultNames}ResultSet`,
  );
  if (!set) return { type: 'graph', rows: quads.map(tripleSolution) };
  const objects = (subject: Term, name: string) =>
    quads
      .filter(item => item.subject.equals(subject) && item.predicate.value === resultNames + name)
      .map(({ object }) => object);
  const [answer] = objects(set.subject, 'boolean');
  if (answer) return { type: 'boolean', value: answer.value === 'true' };
  const solutions = objects(set.subject, 'solution').map(solution => ({
    index: objects(solution, 'index')[0]?.value,
    row: new Map(
      objects(solution, 'binding').map(
        binding => [objects(binding, 'variable')[0]!.value, objects(binding, 'value')[0]!] as const,
      ),
    ),
  }));
  solutions.sort((a, b) => Number(a.index) - Number(b.index));
  const ordered = solutions.length > 0 && solutions.every(({ index }) => index !== undefined);
  return { type: 'solutions', rows: solutions.map(({ row }) => row), ordered };
}
