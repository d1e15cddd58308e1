import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { expand, prefixes } from '../../src/rdf/prefixes.js';
import { unknownTerm, unknownTerms } from '../../src/register/foreign-terms.js';
import { knownTerms } from '../../src/register/known-terms.js';
import { foreignTerms } from '../ontology/foreign-terms.js';

const turtleFiles = ['data', 'ontology'].flatMap(folder =>
  readdirSync(projectPath(folder), { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.ttl'))
    .map(name => join(projectPath(folder), name)),
);

describe('terms of other vocabularies', () => {
  const slips: readonly (readonly [written: string, meant: string])[] = [
    ['dct:licence', 'dct:license'],
    ['dct:titel', 'dct:title'],
    ['dct:Creator', 'dct:creator'],
    ['dcat:keywrd', 'dcat:keyword'],
    ['dcat:dataset_', 'dcat:dataset'],
    ['dcat:DataSet', 'dcat:Dataset'],
    ['schema:codeRepositry', 'schema:codeRepository'],
    ['schema:SoftwareSourcecode', 'schema:SoftwareSourceCode'],
    ['foaf:homePage', 'foaf:homepage'],
    ['skos:preflabel', 'skos:prefLabel'],
    ['org:clasification', 'org:classification'],
    ['adms:statuss', 'adms:status'],
    ['xsd:gyear', 'xsd:gYear'],
    ['http://schema.org/name', '<https://schema.org/name>'],
    ['http://purl.org/dc/terms#title', '<http://purl.org/dc/terms/title>'],
    ['http://www.w3.org/ns/dcat/keyword', '<http://www.w3.org/ns/dcat#keyword>'],
  ];
  for (const [written, meant] of slips)
    it(`${written} is told as ${meant}`, () => {
      assert.deepEqual(unknownTerm(expand(written)), { term: written, nearest: meant });
    });

  it('that are like none are told without a guess, where the whole vocabulary is known', () => {
    assert.deepEqual(unknownTerm(expand('dct:zzzzzz')), { term: 'dct:zzzzzz' });
    assert.equal(unknownTerm(expand('m8g:zzzzzz')), undefined);
    assert.equal(unknownTerm(expand('m8g:participation')), undefined);
    assert.equal(unknownTerm('http://example.org/zzzzzz'), undefined);
    assert.equal(unknownTerm('https://schema.org/'), undefined);
  });

  it('are looked at as properties, values and datatypes', async () => {
    const text = `@prefix dct: <${prefixes.dct}> . @prefix xsd: <${prefixes.xsd}> .
<#a> a dct:Standrd ; dct:isued "2022"^^xsd:gYeer .`;
    const quads = await parseRdf(text, { format: 'turtle', base: 'http://e/' });
    assert.deepEqual(
      quads.flatMap(unknownTerms).map(({ nearest }) => nearest),
      ['dct:Standard', 'dct:issued', 'xsd:gYear'],
    );
  });

  it('exist, as far as data, ontology, vocabularies and shapes use them', async () => {
    for (const file of turtleFiles) {
      const quads = await parseRdf(readFileSync(file, 'utf8'), { format: 'turtle', base: 'http://e/' });
      assert.deepEqual(quads.flatMap(unknownTerms), [], file);
    }
    for (const name of foreignTerms) assert.equal(unknownTerm(expand(name)), undefined, name);
  });

  it('are listed in order, each once', () => {
    for (const [prefix, list] of Object.entries(knownTerms)) {
      const names = list.split(' ');
      assert.deepEqual(names, [...new Set(names)].sort(), prefix);
      assert.ok(
        names.every(name => /^[A-Za-z0-9][\w.-]*$/.test(name)),
        prefix,
      );
    }
  });
});
