import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { namedNode, quad } from '../../src/rdf/terms.js';
import { Identifiers } from '../../src/register/identifiers.js';
import type { DataFile } from '../../src/register/record-file.js';
import { validateFiles, type Report } from '../../src/register/validate.js';
import { ShaclEngineValidator } from '../../src/shacl/shacl-engine-validator.js';
import { readShapes } from '../../src/shacl/shapes.js';
import type { Validator } from '../../src/shacl/validator.js';
import { base, context, ontologyQuads, readExample } from '../support/example-register.js';
import { turtleFile } from '../support/turtle-file.js';

const need = readExample('need/valid.ttl');

describe('validateFiles', () => {
  let validator: Validator;
  let ontology: Quad[];

  before(async () => {
    validator = new ShaclEngineValidator(await readShapes());
    ontology = await ontologyQuads();
  });

  function validate(...files: DataFile[]): Promise<Report> {
    return validateFiles({ files, context, ontology, ids: new Identifiers(base) }, validator);
  }

  /** `line rule severity` of each finding on a need's file. */
  async function findingsOn(text: string, path = 'elsewhere/need/example.ttl'): Promise<string[]> {
    const { findings } = await validate(turtleFile(path, text));
    return findings.map(
      ({ line, rule, severity }) => `${String(line)} ${rule.replace(/.*shapes\//, '')} ${severity}`,
    );
  }

  it('finds nothing wrong in a valid register', async () => {
    assert.deepEqual(await validate(...context), { files: context.length, findings: [] });
  });

  it('says file, line, record, what is wrong and how to mend it', async () => {
    const text = need.replace('need-status:open', 'need-status:opened');
    const line = text.split('\n').findIndex(row => row.includes('need-status:opened')) + 1;
    const { files, findings } = await validate(turtleFile('my/need/example.ttl', text));
    assert.equal(files, 1);
    assert.equal(findings.length, 1);
    const [found] = findings;
    assert.equal(found?.file, 'my/need/example.ttl');
    assert.equal(found.line, line);
    assert.equal(found.record, `${base}/need/example`);
    assert.equal(found.focus, `${base}/id/need/example`);
    assert.equal(found.path, 'https://w3id.org/communaux/pac#needStatus');
    assert.equal(found.value, 'https://w3id.org/communaux/vocabulary/need-status#opened');
    assert.deepEqual(
      found.messages.map(({ lang }) => lang),
      ['fr', 'en'],
    );
  });

  it('takes a named file instead of the shipped one, and reports on named files only', async () => {
    const broken = need.replace('pac:needStatus need-status:open ;', '');
    const shipped = context.map(file => (file.path.includes('need') ? turtleFile(file.path, broken) : file));
    const input = { ontology, ids: new Identifiers(base), context: shipped };
    const action = turtleFile('data/action/example.ttl', readExample('action/valid.ttl'));
    assert.deepEqual((await validateFiles({ ...input, files: [action] }, validator)).findings, []);
    assert.deepEqual(
      (await validateFiles({ ...input, files: [turtleFile('need/example.ttl', need)] }, validator)).findings,
      [],
    );
  });

  it('gives the line of the parser when a file is not Turtle', async () => {
    const text = need.replace('a pac:Need ;', 'a pac:Need ; ;; ]');
    const line = text.split('\n').findIndex(row => row.includes('pac:Need ; ;; ]')) + 1;
    assert.deepEqual(await findingsOn(text), [`${String(line)} unreadable violation`]);
  });

  it('reports a broken cross-reference once, where it stands', async () => {
    const text = need.replace('theme:example', '<../id/theme/nowhere>');
    const line = text.split('\n').findIndex(row => row.includes('nowhere')) + 1;
    assert.deepEqual(await findingsOn(text), [`${String(line)} broken-reference violation`]);
  });

  it('resolves references between the named files', async () => {
    const theme = readExample('theme/valid.ttl').replaceAll('theme:example', 'theme:fresh');
    const files = [
      turtleFile('a/need/example.ttl', need.replaceAll('theme:example', 'theme:fresh')),
      turtleFile('b/theme/fresh.ttl', theme),
    ];
    assert.deepEqual((await validate(...files)).findings, []);
  });

  it('reads each file once, and the text of those with findings only, for their lines', async () => {
    const read: string[] = [];
    const counted = context.map(({ path, quads, turtle }): DataFile => ({
      path,
      quads: document => (read.push(path), quads(document)),
      turtle: () => (read.push(`text of ${path}`), turtle()),
    }));
    const wrong = counted.find(({ path }) => path === 'data/need/example.ttl') as DataFile;
    const quads = () => turtleFile('', need.replace('"Besoin"@fr, ', '')).quads(`${base}/need/example`);
    const files = counted.map(file =>
      file === wrong ? { ...file, quads: () => (read.push(file.path), quads()) } : file,
    );
    const input = { files, context: files, ontology, ids: new Identifiers(base) };
    assert.notEqual((await validateFiles(input, validator)).findings.length, 0);
    assert.deepEqual(
      read.toSorted(),
      [...context.map(({ path }) => path), 'text of data/need/example.ttl'].toSorted(),
    );
  });

  it('refuses what a file says in another graph than that of its record', async () => {
    const file = turtleFile('need/example.ttl', need);
    const quads = async (document: string) => {
      const [first, ...rest] = await file.quads(document);
      assert.ok(first);
      const { subject, predicate, object } = first;
      return [quad(subject, predicate, object, namedNode('https://example.org/g')), ...rest];
    };
    const { findings } = await validate({ ...file, quads });
    assert.deepEqual(
      findings.map(({ rule, messages }) => [rule, messages.every(({ value }) => value.includes('/g>'))]),
      [['other-graph', true]],
    );
  });

  it('warns of files in the place of records that are passed over', async () => {
    const input = { files: context, context, ontology, ids: new Identifiers(base) };
    const { files, findings } = await validateFiles({ ...input, leftOut: ['data/need/x.txt'] }, validator);
    assert.equal(files, context.length);
    assert.deepEqual(
      findings.map(({ file, line, rule, severity }) => [file, line, rule, severity]),
      [['data/need/x.txt', 1, 'left-out', 'warning']],
    );
  });

  it('wants the topic that folder and file name announce', async () => {
    const renamed = await validate(turtleFile('need/renamed.ttl', need));
    assert.deepEqual(
      renamed.findings.map(({ rule, path }) => [rule, path]),
      [
        ['stray-subject', undefined],
        ['wrong-topic', 'http://xmlns.com/foaf/0.1/primaryTopic'],
      ],
    );
    const found = await findingsOn(need.replace('  foaf:primaryTopic need:example ;\n', ''));
    assert.ok(found.some(finding => finding.endsWith('no-topic violation')));
  });

  it('wants a kind of record and a well-formed name', async () => {
    assert.deepEqual(await findingsOn(need, 'data/needs/example.ttl'), ['1 misplaced violation']);
    assert.deepEqual(await findingsOn(need, 'data/need/Exemple_1.ttl'), ['1 misplaced violation']);
  });

  it('refuses what a file says of something else than its record', async () => {
    const found = await findingsOn(`${need}<https://example.org/other> dct:title "Other"@en .\n`);
    assert.deepEqual(found, [`${String(need.split('\n').length)} stray-subject violation`]);
  });

  it('refuses blank nodes', async () => {
    const text = need.replace('a pac:Need ;', 'a pac:Need ;\n  dct:relation [ dct:title "x"@en ] ;');
    const line = text.split('\n').findIndex(row => row.includes('[')) + 1;
    assert.deepEqual(await findingsOn(text), [`${String(line)} blank-node violation`]);
  });

  it('refuses terms of its namespace that the ontology does not define', async () => {
    const property = need.replace('a pac:Need ;', 'a pac:Need ;\n  pac:priority 1 ;');
    assert.ok((await findingsOn(property)).some(finding => finding.endsWith('unknown-term violation')));
    const named = need.replace('pac:unsourcedProperty dct:created', 'pac:unsourcedProperty pac:priority');
    const { findings } = await validate(turtleFile('need/example.ttl', named));
    assert.deepEqual(
      findings.map(({ rule, value }) => [rule, value]),
      [['unknown-term', 'https://w3id.org/communaux/pac#priority']],
    );
    assert.ok(findings[0]?.messages.every(({ value }) => value.includes('pac:priority')));
  });

  it('orders the findings of a file by line', async () => {
    const text = need
      .replace('"Besoin"@fr, ', '')
      .replace('verification-level:sourced', 'verification-level:sure');
    const lines = (await validate(turtleFile('need/example.ttl', text))).findings.map(({ line }) => line);
    assert.ok(lines.length >= 2);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });
});
