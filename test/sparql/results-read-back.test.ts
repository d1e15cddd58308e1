import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { Parser } from 'n3';
import type { Term } from '@rdfjs/types';
import type { SolutionFormatId } from '../../src/sparql/formats.js';
import { anyGraph, anyIri, anyText, xmlText } from '../support/graphs.js';
import { writeTable } from './write-table.js';

type Row = readonly (Term | undefined)[];

const vars = ['s', 'p', 'o'];

/** Tables with terms of all kinds, and gaps. */
const anyTable = (text: fc.Arbitrary<string>): fc.Arbitrary<Row[]> =>
  fc
    .tuple(anyGraph({ text, predicate: anyIri }), fc.infiniteStream(fc.boolean()))
    .map(([quads, gaps]) =>
      quads.map(({ subject, predicate, object }) => [
        subject,
        predicate,
        gaps.next().value === true ? undefined : object,
      ]),
    );

function write(format: SolutionFormatId, rows: readonly Row[]): string {
  return writeTable(format, vars, rows);
}

/** A term without its library: what has to come back. */
function plain(term: Term | undefined): unknown {
  if (term?.termType !== 'Literal') return term && [term.termType, term.value];
  return [term.termType, term.value, term.language, term.datatype.value];
}

const rowsOf = (rows: readonly Row[]) => rows.map(row => row.map(plain));

const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const langString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

function literalParts(value: string, language = '', datatype: string | null = null): unknown {
  return ['Literal', value, language, language ? langString : (datatype ?? xsdString)];
}

type JsonTerm = Readonly<Record<string, string>>;

function fromJson(text: string): unknown[][] {
  const { results } = JSON.parse(text) as { results: { bindings: Record<string, JsonTerm>[] } };
  const types: Readonly<Record<string, string>> = { uri: 'NamedNode', bnode: 'BlankNode' };
  const read = (term: JsonTerm | undefined) =>
    term?.['type'] === 'literal'
      ? literalParts(term['value'] ?? '', term['xml:lang'], term['datatype'])
      : term && [types[term['type'] ?? ''], term['value']];
  return results.bindings.map(binding => vars.map(name => read(binding[name])));
}

function fromXml(text: string): unknown[][] {
  const fail = (level: string, message: string) => assert.fail(`${level}: ${message}`);
  // XML 1.0 section 2.11; left to itself this parser does as XML 1.1 says.
  const normalizeLineEndings = (source: string) => source.replace(/\r\n?/g, '\n');
  const document = new DOMParser({ onError: fail, normalizeLineEndings }).parseFromString(text, 'text/xml');
  const types: Readonly<Record<string, string>> = { uri: 'NamedNode', bnode: 'BlankNode' };
  return [...document.getElementsByTagName('result')].map(result => {
    const bindings = [...result.getElementsByTagName('binding')];
    return vars.map(name => {
      const found = bindings.find(binding => binding.getAttribute('name') === name);
      const term = found && [...found.childNodes][0];
      if (!term) return undefined;
      const [value, element] = [term.textContent ?? '', term as unknown as Element];
      return element.tagName === 'literal'
        ? literalParts(value, element.getAttribute('xml:lang') ?? '', element.getAttribute('datatype'))
        : [types[element.tagName], value];
    });
  });
}

/** A cell of TSV is a term of Turtle. */
function fromTsv(text: string): unknown[][] {
  const read = (cell: string) => {
    if (cell === '') return undefined;
    const [quad] = new Parser({ blankNodePrefix: '' }).parse(`<http://e/> <http://e/> ${cell} .`);
    return plain(quad?.object);
  };
  return text
    .split('\n')
    .slice(1, -1)
    .map(line => line.split('\t').map(read));
}

/** Fields as RFC 4180 has them. */
function fromCsv(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g;
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(field)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.slice(1, -1);
}

describe('results that are read back', () => {
  it('are the same terms in JSON', () => {
    fc.assert(
      fc.property(anyTable(anyText), rows => {
        assert.deepEqual(fromJson(write('json', rows)), rowsOf(rows));
      }),
    );
  });

  it('are the same terms in XML', () => {
    fc.assert(
      fc.property(anyTable(xmlText), rows => {
        assert.deepEqual(fromXml(write('xml', rows)), rowsOf(rows));
      }),
    );
  });

  it('are the same terms in TSV', () => {
    fc.assert(
      fc.property(anyTable(anyText), rows => {
        assert.deepEqual(fromTsv(write('tsv', rows)), rowsOf(rows));
      }),
    );
  });

  it('are the same values in CSV', () => {
    fc.assert(
      fc.property(anyTable(anyText), rows => {
        const value = (term: Term | undefined) =>
          term?.termType === 'BlankNode' ? `_:${term.value}` : (term?.value ?? '');
        assert.deepEqual(
          fromCsv(write('csv', rows)),
          rows.map(row => row.map(value)),
        );
      }),
    );
  });
});
