import assert from 'node:assert/strict';
import { BindingsFactory } from '@comunica/utils-bindings-factory';
import { DataFactory } from 'n3';
import type { Term } from '@rdfjs/types';
import type { SolutionFormatId } from '../../src/sparql/formats.js';
import { solutionWriters } from '../../src/sparql/results.js';
import { literal } from '../../src/rdf/terms.js';
import { kinds } from './term-samples.js';

const bindings = new BindingsFactory(DataFactory);

/** A whole table of one variable, `x`, with a row for each term. */
function table(format: SolutionFormatId, ...terms: (Term | undefined)[]): string {
  const { head, row, tail } = solutionWriters[format];
  const rows = terms.map((value, index) => row(bindings.fromRecord(value ? { x: value } : {}), ['x'], index));
  return [head(['x']), ...rows, tail].join('');
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

  it('write a variable without a value: left out, or an empty field', () => {
    assert.deepEqual(JSON.parse(table('json', undefined)), {
      head: { vars: ['x'] },
      results: { bindings: [{}] },
    });
    assert.match(table('xml', undefined), /<results>\n<result><\/result>\n<\/results>/);
    assert.equal(table('csv', literal('a'), undefined, literal('b')), 'x\r\na\r\n\r\nb\r\n');
    assert.equal(table('tsv', literal('a'), undefined, literal('b')), '?x\n"a"\n\n"b"\n');
  });

  it('write columns in the order of the query, whatever the order in a solution', () => {
    const solution = bindings.fromRecord({ z: literal('3'), a: literal('1') });
    const vars = ['z', 'm', 'a'];
    for (const [format, line] of [
      ['csv', 'z,m,a\r\n3,,1\r\n'],
      ['tsv', '?z\t?m\t?a\n"3"\t\t"1"\n'],
    ] as const) {
      const { head, row } = solutionWriters[format];
      assert.equal(head(vars) + row(solution, vars, 0), line);
    }
    assert.deepEqual(JSON.parse(solutionWriters.json.head(vars) + solutionWriters.json.tail), {
      head: { vars },
      results: { bindings: [] },
    });
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
    const none = bindings.fromRecord({});
    const write = (format: SolutionFormatId) => {
      const { head, row, tail } = solutionWriters[format];
      return head([]) + row(none, [], 0) + row(none, [], 1) + tail;
    };
    assert.deepEqual(JSON.parse(write('json')), { head: { vars: [] }, results: { bindings: [{}, {}] } });
    assert.equal(write('csv'), '\r\n\r\n\r\n');
    assert.match(
      write('xml'),
      /<head><\/head>\n<results>\n<result><\/result>\n<result><\/result>\n<\/results>/,
    );
  });

  it('write names of variables that every object has', () => {
    const record = Object.fromEntries(
      ['__proto__', 'constructor', 'toString'].map(name => [name, literal(name)]),
    );
    const names = Object.keys(record);
    const { head, row, tail } = solutionWriters.json;
    const written = JSON.parse(head(names) + row(bindings.fromRecord(record), names, 0) + tail) as {
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
