import assert from 'node:assert/strict';
import { Identifiers } from '../../src/register/identifiers.js';
import { validateFiles, type ReportedFinding } from '../../src/register/validate.js';
import { shippedValidator } from '../../src/shacl/shipped-validator.js';
import { base, context, ontologyQuads, readExample } from '../support/example-register.js';
import { turtleFile } from '../support/turtle-file.js';

const need = readExample('need/valid.ttl');

describe('checks of what a record says', () => {
  async function findingsOn(text: string): Promise<readonly ReportedFinding[]> {
    const ontology = await ontologyQuads();
    const files = [turtleFile('need/example.ttl', text)];
    const input = { files, context, ontology, ids: new Identifiers(base) };
    return (await validateFiles(input, await shippedValidator())).findings;
  }

  it('refuses values that are none of their datatype, once, whatever the property', async () => {
    const text = need
      .replace('"2026-11-22"^^xsd:date', '"2026-11-31"^^xsd:date')
      .replace(
        'a pac:Need ;',
        'a pac:Need ;\n  dct:extent "12,5"^^<http://www.w3.org/2001/XMLSchema#decimal> ;',
      );
    const findings = await findingsOn(text);
    assert.deepEqual(
      findings.map(({ rule, value, severity }) => [rule, value, severity]),
      [
        ['ill-formed', '12,5', 'violation'],
        ['ill-formed', '2026-11-31', 'violation'],
      ],
    );
    const lines = text.split('\n');
    for (const { line, value } of findings) assert.ok(lines[line - 1]?.includes(value ?? 'nothing'));
  });

  it('warns of misspelt terms of others, once each, with the one that was meant', async () => {
    const text = need
      .replaceAll('dct:title', 'dct:titel')
      .replace('a pac:Need ;', 'a pac:Need, schema:Demnd ;')
      .replace('pac:unsourcedProperty dct:created', 'pac:unsourcedProperty dct:titel')
      .replace('"2026-11-23"^^xsd:date', '"2026-11-23"^^xsd:dat')
      .replace(/^/, '@prefix schema: <https://schema.org/> .\n');
    const findings = await findingsOn(text);
    const told = findings
      .filter(({ severity, rule }) => severity === 'warning' && rule.startsWith('misspelt'))
      .map(({ rule, messages, line }) => [
        rule,
        messages[1]?.value.replace(/^.*write ([^,]*),.*$/, '$1'),
        line,
      ]);
    const lineWith = (part: string) => text.split('\n').findIndex(row => row.includes(part)) + 1;
    assert.deepEqual(told, [
      ['misspelt-value', 'schema:Demand', lineWith('Demnd')],
      ['misspelt-property', 'dct:title', lineWith('dct:titel')],
      ['misspelt-datatype', 'xsd:date', lineWith('xsd:dat ')],
    ]);
  });
});
