import assert from 'node:assert/strict';
import type { Term } from '@rdfjs/types';
import type { SolutionFormatId } from '../../src/sparql/formats.js';
import { literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { solutionWriters } from '../../src/sparql/results.js';
import { kinds } from './term-samples.js';
import { writeTable } from './write-table.js';

/** A whole table of one variable, `x`, with a row for each term. */
function table(format: SolutionFormatId, ...terms: (Term | undefined)[]): string {
  return writeTable(
    format,
    ['x'],
    terms.map(term => [term]),
  );
}

const xmlStart = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n';

describe('the results formats', () => {
  for (const [name, value, json, xml, csv, tsv] of kinds)
    it(`write ${name}`, () => {
      assert.deepEqual(JSON.parse(table('json', value)), {
        head: { vars: ['x'] },
        results: { bindings: [{ x: json }] },
      });
      assert.equal(
        table('xml', value),
        `${xmlStart}<head><variable name="x"/></head>\n<results>\n<result><binding name="x">${xml}</binding></result>\n</results>\n</sparql>\n`,
      );
      assert.equal(table('csv', value), `x\r\n${csv}\r\n`);
      assert.equal(table('tsv', value), `?x\n${tsv}\n`);
    });

  const tsvNumbers: Readonly<Record<string, { plain: readonly string[]; quoted: readonly string[] }>> = {
    integer: { plain: ['4', '-3', '+07'], quoted: ['', '4.0', ' 4', '4\n', '١'] },
    decimal: { plain: ['5.5', '-.5', '+0.50'], quoted: ['5', '5.', '.'] },
    double: { plain: ['1.0e6', '1E0', '-.5e-3', '1.e+2'], quoted: ['INF', 'NaN', '1.0', 'e1', '.e1'] },
    float: { plain: [], quoted: ['1.0e6', '1'] },
    int: { plain: [], quoted: ['4'] },
    boolean: { plain: [], quoted: ['true'] },
  };
  for (const [type, { plain, quoted }] of Object.entries(tsvNumbers))
    it(`write xsd:${type} in TSV as Turtle reads it: plain where it can (SPARQL 1.1 TSV Results section 4.2)`, () => {
      const cell = (value: string) => table('tsv', literal(value, term('xsd', type))).slice(3, -1);
      for (const value of plain) assert.equal(cell(value), value);
      for (const value of quoted)
        assert.equal(
          cell(value),
          `"${value.replace('\n', '\\n')}"^^<http://www.w3.org/2001/XMLSchema#${type}>`,
        );
    });

  it('write a number within a triple term as one alone', () => {
    const triple = quad(
      namedNode('http://e/s'),
      namedNode('http://e/p'),
      literal('4', term('xsd', 'integer')),
    );
    assert.equal(table('tsv', triple), '?x\n<<( <http://e/s> <http://e/p> 4 )>>\n');
  });

  it('write a variable without a value: left out, or an empty field', () => {
    assert.deepEqual(JSON.parse(table('json', undefined)), {
      head: { vars: ['x'] },
      results: { bindings: [{}] },
    });
    assert.match(table('xml', undefined), /<results>\n<result><\/result>\n<\/results>/);
    assert.equal(table('csv', literal('a'), undefined, literal('b')), 'x\r\na\r\n\r\nb\r\n');
    assert.equal(table('tsv', literal('a'), undefined, literal('b')), '?x\n"a"\n\n"b"\n');
  });

  it('write columns in the order of the query, with gaps', () => {
    const vars = ['z', 'm', 'a'];
    const row = [literal('3'), undefined, literal('1')];
    assert.equal(writeTable('csv', vars, [row]), 'z,m,a\r\n3,,1\r\n');
    assert.equal(writeTable('tsv', vars, [row]), '?z\t?m\t?a\n"3"\t\t"1"\n');
    assert.deepEqual(JSON.parse(writeTable('json', vars, [row, [undefined, literal('2')]])), {
      head: { vars },
      results: {
        bindings: [
          { z: { type: 'literal', value: '3' }, a: { type: 'literal', value: '1' } },
          { m: { type: 'literal', value: '2' } },
        ],
      },
    });
    assert.match(
      writeTable('xml', vars, [row]),
      /<result><binding name="z"><literal>3<\/literal><\/binding><binding name="a">/,
    );
  });

  it('write tables without rows, whose columns are there all the same', () => {
    assert.deepEqual(JSON.parse(table('json')), { head: { vars: ['x'] }, results: { bindings: [] } });
    assert.equal(
      table('xml'),
      `${xmlStart}<head><variable name="x"/></head>\n<results>\n</results>\n</sparql>\n`,
    );
    assert.equal(table('csv'), 'x\r\n');
    assert.equal(table('tsv'), '?x\n');
  });

  it('write tables without columns', () => {
    const write = (format: SolutionFormatId) => writeTable(format, [], [[], []]);
    assert.deepEqual(JSON.parse(write('json')), { head: { vars: [] }, results: { bindings: [{}, {}] } });
    assert.equal(write('csv'), '\r\n\r\n\r\n');
    assert.match(
      write('xml'),
      /<head><\/head>\n<results>\n<result><\/result>\n<result><\/result>\n<\/results>/,
    );
  });

  it('write names of variables that every object has', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const written = JSON.parse(writeTable('json', names, [names.map(name => literal(name))])) as {
      results: { bindings: object[] };
    };
    assert.deepEqual(
      Object.entries(written.results.bindings[0] ?? {}).map(([name, { value }]) => [name, value as string]),
      names.map(name => [name, name]),
    );
  });

  for (const value of [true, false])
    it(`write ${value}`, () => {
      assert.deepEqual(JSON.parse(solutionWriters.json.boolean(value)), { head: {}, boolean: value });
      assert.equal(
        solutionWriters.xml.boolean(value),
        `${xmlStart}<head></head>\n<boolean>${value}</boolean>\n</sparql>\n`,
      );
      assert.equal(solutionWriters.csv.boolean(value), `boolean\r\n${value}\r\n`);
      assert.equal(solutionWriters.tsv.boolean(value), `?boolean\n${value}\n`);
    });
});
