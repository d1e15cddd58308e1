import assert from 'node:assert/strict';
import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { namedNode, quad } from '../../src/rdf/terms.js';
import { ShaclEngineValidator } from '../../src/shacl/shacl-engine-validator.js';

const shapes = `
@prefix : <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:person a sh:NodeShape ; sh:targetClass :Person ; sh:property :name, :age, :nick .
:name a sh:PropertyShape ; sh:path :name ; sh:minCount 1 ; sh:message "Le nom manque."@fr, "The name is missing."@en .
:age a sh:PropertyShape ; sh:path :age ; sh:datatype xsd:integer ; sh:pattern "^[0-9]+$" ; sh:severity sh:Warning ; sh:message "Un nombre"@fr .
:nick a sh:PropertyShape ; sh:path :nick ; sh:maxLength 3 ; sh:severity sh:Info ; sh:message "Bref"@fr .
`;

function parse(text: string): Promise<Quad[]> {
  return parseRdf(text, { format: 'turtle', base: 'http://example.org/' });
}

describe('ShaclEngineValidator', () => {
  let validator: ShaclEngineValidator;
  before(async () => {
    validator = new ShaclEngineValidator(await parse(shapes));
  });

  it('tells focus, property, shape and message in every language', async () => {
    const findings = await validator.validate(await parse('<a> a <Person> .'));
    assert.deepEqual(findings, [
      {
        severity: 'violation',
        focus: 'http://example.org/a',
        path: 'http://example.org/name',
        shape: 'http://example.org/name',
        messages: [
          { lang: 'fr', value: 'Le nom manque.' },
          { lang: 'en', value: 'The name is missing.' },
        ],
      },
    ]);
  });

  it('keeps warnings and remarks apart from violations', async () => {
    const findings = await validator.validate(
      await parse('<a> a <Person> ; <name> "A" ; <age> -1 ; <nick> "Alphonse" .'),
    );
    assert.deepEqual(
      findings.map(({ severity, value }) => [severity, value]),
      [
        ['warning', '-1'],
        ['info', 'Alphonse'],
      ],
    );
  });

  it('tells a value that breaks two constraints of a shape once', async () => {
    const findings = await validator.validate(await parse('<a> a <Person> ; <name> "A" ; <age> "old" .'));
    assert.deepEqual(
      findings.map(({ value }) => value),
      ['old'],
    );
  });

  it('reads named graphs, and datasets, as one graph', async () => {
    const quads = await parse('<a> a <Person> . <a> <name> "A" .');
    const spread = quads.map((item, i) =>
      quad(item.subject, item.predicate, item.object, namedNode(`http://example.org/graph/${String(i)}`)),
    );
    assert.deepEqual(await validator.validate(spread), []);
    assert.deepEqual(await validator.validate(new Store(spread)), []);
  });

  it('finds nothing in good data', async () => {
    assert.deepEqual(await validator.validate(await parse('<a> a <Person> ; <name> "A" ; <age> 7 .')), []);
  });
});
