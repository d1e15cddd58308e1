import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Store } from 'n3';
import type { Quad, Term } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { prefixes, shorten } from '../../src/rdf/prefixes.js';
import { term } from '../../src/rdf/terms.js';
import { readShapes } from '../../src/shacl/shapes.js';
import { ShaclEngineValidator } from '../../src/shacl/shacl-engine-validator.js';
import type { Finding } from '../../src/shacl/validator.js';
import { readSeedFile } from '../../src/store/seed.js';
import { seedFiles } from '../../src/store/seed-files.js';

const base = 'http://localhost:3000';
const examples = projectPath('test', 'ontology', 'examples');
const documents = [
  ...['commons', 'action', 'actor', 'need', 'funding', 'event', 'resource'],
  ...['territory', 'theme', 'clause', 'record', 'involvement', 'action-link'],
];
/** Nodes that have no record of their own are shown within the record of another kind. */
const kindOf = (name: string): string =>
  ({ record: 'need', involvement: 'commons', 'action-link': 'action' })[name] ?? name;

function filesOf(name: string, start: string): string[] {
  return readdirSync(`${examples}/${name}`).filter(file => file.startsWith(start));
}

function readExample(name: string, file: string): Promise<Quad[]> {
  const text = readFileSync(`${examples}/${name}/${file}`, 'utf8');
  return parseRdf(text, { format: 'turtle', base: `${base}/${kindOf(name)}/example` });
}

describe('shapes', () => {
  let shapes: Store;
  let validator: ShaclEngineValidator;
  let vocabularies: Quad[];
  const valid = new Map<string, Quad[]>();

  before(async () => {
    const quads = await readShapes();
    shapes = new Store(quads);
    validator = new ShaclEngineValidator(quads);
    const seeds = await seedFiles([projectPath('ontology', 'vocabularies'), `${examples}/context`], base);
    vocabularies = (await Promise.all(seeds.map(readSeedFile))).flat();
    for (const name of documents) valid.set(name, await readExample(name, 'valid.ttl'));
  });

  /** The findings on an example, whose references lead to the valid examples of the other kinds. */
  async function findingsOn(name: string, example: readonly Quad[]): Promise<Finding[]> {
    const others = documents
      .filter(other => kindOf(other) !== kindOf(name))
      .map(other => valid.get(other) ?? []);
    const records = [...example, ...others.flat()];
    const mentioned = new Set(records.map(({ object }) => object.value));
    const concepts = vocabularies.filter(({ subject }) => mentioned.has(subject.value));
    const found = await validator.validate([...records, ...concepts]);
    return found.filter(({ focus }) => example.some(({ subject }) => subject.value === focus));
  }

  for (const name of documents) {
    describe(name, () => {
      it('finds nothing wrong in the valid example', async () => {
        assert.deepEqual(await findingsOn(name, valid.get(name) ?? []), []);
      });

      it('has invalid examples', () => {
        assert.notEqual(filesOf(name, 'invalid-').length, 0);
      });

      for (const file of filesOf(name, 'invalid-'))
        it(`says what to mend in ${file}`, async () => {
          const findings = await findingsOn(name, await readExample(name, file));
          const texts = readFileSync(`${examples}/${name}/${file}`, 'utf8').matchAll(/^# (fr|en): (.+)$/gm);
          const expected = [...texts].map(([, lang, words = '']) => ({ lang, words }));
          assert.equal(expected.length, 2);
          assert.equal(
            new Set(findings.map(({ shape }) => shape)).size,
            1,
            JSON.stringify(findings, undefined, 1),
          );
          for (const { messages } of findings)
            for (const { lang, words } of expected) {
              const message = messages.find(candidate => candidate.lang === lang)?.value ?? '';
              assert.ok(message.includes(words), `"${message}" does not contain "${words}"`);
            }
        });
    });
  }

  /** The property shapes of the node shapes that have a target: those that forms and reports show. */
  function shownShapes(): Term[] {
    const targets = ['targetClass', 'targetSubjectsOf'].flatMap(name =>
      shapes.getSubjects(term('sh', name), null, null),
    );
    return targets.flatMap(node => shapes.getObjects(node, term('sh', 'property'), null));
  }

  it('name, explain, group and order every property in French and English', () => {
    for (const shape of shownShapes()) {
      for (const text of ['name', 'description', 'message']) {
        const langs = shapes
          .getObjects(shape, term('sh', text), null)
          .map(found => 'language' in found && found.language);
        assert.deepEqual(langs.sort(), ['en', 'fr'], `${shape.value} sh:${text}`);
      }
      for (const one of ['path', 'order', 'severity', 'group'])
        assert.equal(shapes.getObjects(shape, term('sh', one), null).length, 1, `${shape.value} sh:${one}`);
      const [group] = shapes.getObjects(shape, term('sh', 'group'), null);
      const types = group ? shapes.getObjects(group, term('rdf', 'type'), null) : [];
      assert.deepEqual(types, [term('sh', 'PropertyGroup')], shape.value);
    }
  });

  it('have no blank nodes but lists, close no shape, and refer only to shapes that exist', () => {
    for (const { subject, predicate } of shapes)
      if (subject.termType === 'BlankNode')
        assert.ok(predicate.value.startsWith(prefixes.rdf), predicate.value);
    assert.equal(shapes.countQuads(null, term('sh', 'closed'), null, null), 0);
    for (const reference of ['property', 'node', 'qualifiedValueShape', 'not', 'group'])
      for (const { object } of shapes.getQuads(null, term('sh', reference), null, null))
        assert.ok(shapes.countQuads(object, null, null, null) > 0, object.value);
  });

  it('cover every property that the records use', async () => {
    const shown = new Set<string>();
    for (const cls of shapes.getQuads(null, term('sh', 'targetClass'), null, null))
      for (const property of shapes.getObjects(cls.subject, term('sh', 'property'), null))
        for (const path of shapes.getObjects(property, term('sh', 'path'), null))
          shown.add(`${cls.object.value} ${path.value}`);
    const data = new Store(
      (await Promise.all((await seedFiles([projectPath('data')], base)).map(readSeedFile))).flat(),
    );
    const missing = new Set<string>();
    for (const subject of data.getSubjects(null, null, null)) {
      const types = data.getObjects(subject, term('rdf', 'type'), null);
      for (const { value: property } of data.getPredicates(subject, null, null)) {
        const known = types.some(type => shown.has(`${type.value} ${property}`));
        if (!known && property !== `${prefixes.rdf}type`)
          missing.add(`${types.map(type => shorten(type.value)).join('+')} ${shorten(property)}`);
      }
    }
    assert.deepEqual([...missing], []);
  });
});
