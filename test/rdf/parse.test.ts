import assert from 'node:assert/strict';
import type { RdfFormatId } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { literal, namedNode, quad } from '../../src/rdf/terms.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem, problemOf } from '../support/problems.js';

const base = 'http://localhost:3000/commons/x';
const parse = (text: string, format: RdfFormatId) => parseRdf(text, { format, base });

const statement = quad(
  namedNode('http://localhost:3000/id/commons/x'),
  namedNode('http://purl.org/dc/terms/title'),
  literal('Titre', 'fr'),
);
const rdfXml = (body: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/">\n${body}</rdf:RDF>`;

/** The same statement in every format; relative where the format has relative IRIs. */
const samples: Readonly<Record<RdfFormatId, string>> = {
  turtle: '@prefix dct: <http://purl.org/dc/terms/> . <../id/commons/x> dct:title "Titre"@fr .',
  trig: '@prefix dct: <http://purl.org/dc/terms/> . { <../id/commons/x> dct:title "Titre"@fr }',
  ntriples: '<http://localhost:3000/id/commons/x> <http://purl.org/dc/terms/title> "Titre"@fr .',
  nquads: '<http://localhost:3000/id/commons/x> <http://purl.org/dc/terms/title> "Titre"@fr .',
  jsonld:
    '{"@id": "../id/commons/x", "http://purl.org/dc/terms/title": {"@value": "Titre", "@language": "fr"}}',
  rdfxml: rdfXml(
    '<rdf:Description rdf:about="../id/commons/x"><dct:title xml:lang="fr">Titre</dct:title></rdf:Description>',
  ),
};

/** Texts that go wrong, and the line where they do. */
const faults: readonly (readonly [RdfFormatId, name: string, text: string, line: number])[] = [
  ['turtle', 'a missing object', '<a> <b> <c> .\n<a> <b> .', 2],
  ['turtle', 'a text that breaks off', '<a> <b> <c> .\n\n<a> <b>', 3],
  ['turtle', 'an unknown prefix', '<a> <b> <c> .\n<a> ex:b <c> .', 2],
  ['trig', 'a graph that is never closed', '<g> {\n<a> <b> <c>', 2],
  ['ntriples', 'a relative IRI', '<http://e/a> <http://e/b> <http://e/c> .\n<a> <http://e/b> "c" .', 2],
  ['ntriples', 'an abbreviation of Turtle', '<http://e/a> <http://e/b> 1 .', 1],
  ['nquads', 'a fifth term', '<http://e/a> <http://e/b> "c" <http://e/g> <http://e/h> .', 1],
  ['jsonld', 'a missing value', '{\n  "a":\n}', 3],
  ['jsonld', 'a comma too many', '[\n1,\n2,\n]', 4],
  ['jsonld', 'a text that breaks off', '{\n"a": [1,\n2', 3],
  ['rdfxml', 'a tag closed by another', rdfXml('<rdf:Description>\n<dct:title>\n</rdf:Description>'), 4],
  ['rdfxml', 'a text that breaks off', rdfXml('<rdf:Description>\n').replace('</rdf:RDF>', ''), 3],
  [
    'rdfxml',
    'a term that is none',
    rdfXml('<rdf:Description>\n<rdf:aboutEach>x</rdf:aboutEach></rdf:Description>'),
    3,
  ],
  ['rdfxml', 'an IRI with a space', rdfXml('\n<rdf:Description rdf:about="http://e/a b"/>'), 3],
];

describe('parseRdf', () => {
  for (const [format, text] of Object.entries(samples) as [RdfFormatId, string][])
    it(`reads ${format}`, async () => {
      assertIsomorphic(await parse(text, format), [statement]);
    });

  for (const [format, text] of Object.entries(samples) as [RdfFormatId, string][])
    it(`passes over a byte order mark in ${format}`, async () => {
      assertIsomorphic(await parse(`\ufeff${text}`, format), [statement]);
    });

  for (const [format, name, text, line] of faults)
    it(`tells the line of ${name} in ${format}`, async () => {
      const { members, status } = await assertProblem(() => parse(text, format), 'syntax-error');
      assert.deepEqual({ status, ...members }, { status: 400, line });
    });

  it('says of RDF/XML without an element that it has none', () =>
    assertProblem(() => parse('', 'rdfxml'), 'syntax-error', /must contain a root element/));

  it('says nothing in many words of a long line', async () => {
    const { message } = await assertProblem(
      () => parse(`<a> <b> ${'\\\\"'.repeat(10_000)}`, 'turtle'),
      'syntax-error',
    );
    assert.ok(message.length < 300, `${message.length} characters`);
  });

  for (const [format, graph] of [
    ['nquads', '<http://e/s> <http://e/p> "o" <http://e/g> .'],
    ['trig', '<http://e/g> { <http://e/s> <http://e/p> "o" }'],
    ['jsonld', '{"@id": "http://e/g", "@graph": {"@id": "http://e/s", "http://e/p": "o"}}'],
  ] as const)
    it(`keeps the name of a graph in ${format}`, async () => {
      const [found, ...others] = await parse(graph, format);
      assert.deepEqual([found?.graph.value, others], ['http://e/g', []]);
    });

  const blanks: readonly (readonly [RdfFormatId, string])[] = [
    ['turtle', '_:a <http://e/p> _:a .'],
    ['trig', '_:a <http://e/p> _:a .'],
    ['ntriples', '_:a <http://e/p> _:a .'],
    ['nquads', '_:a <http://e/p> _:a .'],
    ['jsonld', '{"@id": "_:a", "http://e/p": {"@id": "_:a"}}'],
    ['rdfxml', rdfXml('<rdf:Description rdf:nodeID="a"><dct:title rdf:nodeID="a"/></rdf:Description>')],
  ];
  for (const [format, text] of blanks)
    it(`keeps the blank nodes of two texts apart in ${format}, and those of one together`, async () => {
      const [[first], [second]] = [await parse(text, format), await parse(text, format)];
      assert.equal(first?.subject.value, first?.object.value);
      assert.notEqual(first?.subject.value, second?.subject.value);
    });

  const illFormed: readonly (readonly [RdfFormatId, name: string, text: string])[] = [
    [
      'rdfxml',
      'a language tag that is none',
      rdfXml('<rdf:Description><dct:title xml:lang="e n">x</dct:title></rdf:Description>'),
    ],
    [
      'jsonld',
      'a language tag that is none',
      '{"http://e/p": {"@value": "x", "@language": "fr> <http://evil/"}}',
    ],
    ['jsonld', 'an IRI that would end its brackets', '{"@id": "http://e/a>.<b", "http://e/p": 1}'],
    [
      'jsonld',
      'a datatype that would end its brackets',
      '{"http://e/p": {"@value": "x", "@type": "http://e/a><b"}}',
    ],
    ['jsonld', 'an IRI with a space', '{"@id": "http://e/a b", "http://e/p": 1}'],
    ['jsonld', 'an empty language', '{"http://e/p": {"@value": "x", "@language": ""}}'],
    ['jsonld', 'a type with a space', '{"@type": "http://e/a b"}'],
    ['turtle', 'an IRI with a space', '<http://e/a b> <http://e/p> 1 .'],
    ['ntriples', 'an IRI with a space', '<http://e/a b> <http://e/p> "1" .'],
    ['jsonld', 'half a character', '{"http://e/p": "\\ud83d"}'],
  ];
  for (const [format, name, text] of illFormed)
    it(`refuses ${name} in ${format}`, () => assertProblem(() => parse(text, format), 'syntax-error'));

  it('refuses deep nesting where a parser would fall over it', async () => {
    await assertProblem(
      () => parse('['.repeat(500) + ']'.repeat(500), 'jsonld'),
      'bad-request',
      /nested deeper/,
    );
    const terms = `<a> <b> ${'<<( <a> <b> '.repeat(2_000)}1${' )>>'.repeat(2_000)} .`;
    await assertProblem(() => parse(terms, 'turtle'), 'syntax-error', /nested deeper/);
  });

  it('takes ordinary nesting', async () => {
    assert.equal((await parse(`<a> <b> ${'[ <p> '.repeat(20)}1${']'.repeat(20)} .`, 'turtle')).length, 21);
    assert.equal((await parse('<a> <b> ((((1)))) .', 'turtle')).length, 9);
    const items =
      '<dct:relation><rdf:Description>'.repeat(20) + '</rdf:Description></dct:relation>'.repeat(20);
    assert.equal((await parse(rdfXml(`<rdf:Description>${items}</rdf:Description>`), 'rdfxml')).length, 20);
  });

  it('is done with 200 000 nested brackets quickly', async () => {
    const start = performance.now();
    for (const format of ['turtle', 'trig', 'nquads', 'jsonld'] as const)
      await problemOf(() => parse('['.repeat(200_000), format));
    assert.equal(
      (await parse(`<a> <b> ${'['.repeat(200_000)}${']'.repeat(200_000)} .`, 'turtle').catch(() => []))
        .length,
      0,
    );
    assert.equal(
      (await parse(`<a> <b> ${'('.repeat(50_000)}${')'.repeat(50_000)} .`, 'turtle')).length,
      99_999,
    );
    assert.ok(performance.now() - start < 10_000);
  });

  it('refuses an external entity, and fetches nothing', () =>
    assertProblem(
      () =>
        parse(
          `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rdfXml('<rdf:Description><dct:title>&a;</dct:title></rdf:Description>')}`,
          'rdfxml',
        ),
      'bad-request',
      /external or parameter entities/,
    ));
});
