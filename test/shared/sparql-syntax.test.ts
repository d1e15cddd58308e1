import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Parser } from 'n3';
import { Problem } from '../../src/errors.js';
import { projectPath } from '../../src/project.js';
import { iri } from '../../src/rdf/prefixes.js';
import { parseQuery } from '../../src/sparql/parse.js';

const suite = projectPath('..', 'shared', 'w3c', 'rdf-tests', 'sparql', 'sparql11');
const manifestNames = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';

interface Case {
  readonly name: string;
  readonly positive: boolean;
  readonly path: string;
}

/** The syntax tests of a manifest: those of queries, of SPARQL 1.1. */
function casesOf(folder: string): Case[] {
  const path = `${suite}/${folder}/manifest.ttl`;
  const quads = new Parser({ baseIRI: pathToFileURL(path).href }).parse(readFileSync(path, 'utf8'));
  const value = (subject: string, property: string) =>
    quads.find(({ subject: s, predicate: p }) => s.value === subject && p.value === property)?.object.value ??
    '';
  return quads
    .filter(
      ({ predicate, object }) =>
        predicate.value === iri('rdf', 'type') && /(Positive|Negative)SyntaxTest11$/.test(object.value),
    )
    .map(({ subject, object }) => ({
      name: value(subject.value, `${manifestNames}name`),
      positive: object.value.includes('Positive'),
      path: fileURLToPath(value(subject.value, `${manifestNames}action`)),
    }));
}

/** The folders of the suite that have such tests. */
const folders = ['syntax-query', 'syntax-fed', 'aggregates', 'construct', 'grouping'];

/** Cases that the parser (Traqula 1.3) gets wrong, and why. */
const known: Readonly<Record<string, string>> = {};

/** What becomes of a query: understood (though SERVICE is refused then), or not. */
function outcome(path: string): 'understood' | 'not understood' {
  try {
    parseQuery(readFileSync(path, 'utf8'), pathToFileURL(path).href);
    return 'understood';
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    if (error.kind === 'refused') return 'understood';
    assert.equal(error.status, 400);
    return 'not understood';
  }
}

describe('the syntax tests of SPARQL 1.1 Query by W3C', () => {
  if (!existsSync(suite)) {
    it('are there', function () {
      assert.ok(!process.env['CI'], `The test suite is missing: ${suite}`);
      // Beside a checkout without the suite there is nothing to run; the assertion above lets CI fail on it.
      this.skip();
    });
    return;
  }

  const cases = folders.flatMap(folder => casesOf(folder).map(item => ({ folder, ...item })));

  it('are all there', () => {
    assert.deepEqual([cases.length, cases.filter(({ positive }) => positive).length], [106, 66]);
    for (const { name, path } of cases) assert.ok(name && existsSync(path), path);
  });

  for (const { folder, name, positive, path } of cases)
    it(`${folder}: ${name} is ${positive ? '' : 'not '}understood`, () => {
      const right = (outcome(path) === 'understood') === positive;
      // A case that has come right is to be taken off the list.
      assert.equal(right, known[name] === undefined, known[name]);
    });
});
