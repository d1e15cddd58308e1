import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { projectPath } from '../../src/project.js';
import { lineOf, lineOfNameless, spotsOf } from '../../src/register/locate.js';

const base = 'http://localhost:3000/commons/x';
const id = 'http://localhost:3000/id/commons/x';
const dct = 'http://purl.org/dc/terms/';
const text = `@prefix commons: <../id/commons/> .
@prefix dct: <http://purl.org/dc/terms/> .

# A comment; with punctuation.
commons:x a dct:Standard ;
  dct:title "Un"@fr,
    "One"@en ;
  dct:description """Sur
deux lignes"""@fr ;
  dct:extent 12.5, true ; dct:relation <#a> .

<#a> dct:date "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> .
<> dct:source <https://example.org/é> .
`;

describe('locate', () => {
  const spots = spotsOf(text, base);

  it('finds a value on its own line', () => {
    assert.equal(lineOf(spots, { focus: id, path: `${dct}title`, value: 'Un' }), 6);
    assert.equal(lineOf(spots, { focus: id, path: `${dct}title`, value: 'One' }), 7);
    assert.equal(lineOf(spots, { focus: id, path: `${dct}extent`, value: '12.5' }), 10);
    assert.equal(lineOf(spots, { focus: id, path: `${dct}relation`, value: `${base}#a` }), 10);
    assert.equal(lineOf(spots, { focus: `${base}#a`, path: `${dct}date`, value: '2024' }), 12);
    assert.equal(lineOf(spots, { focus: base, path: `${dct}source`, value: 'https://example.org/é' }), 13);
  });

  it('falls back on the property, then on the subject, then on the first line', () => {
    assert.equal(lineOf(spots, { focus: id, path: `${dct}description`, value: 'autre' }), 8);
    assert.equal(lineOf(spots, { focus: id, path: `${dct}title` }), 6);
    assert.equal(lineOf(spots, { focus: id, path: `${dct}license` }), 5);
    assert.equal(lineOf(spots, { focus: id }), 5);
    assert.equal(lineOf(spots, { focus: 'http://example.org/other' }), 1);
  });

  it('knows "a", @base, BASE and PREFIX', () => {
    const other = 'BASE <http://a.example/b/>\nPREFIX : <c#>\n@base <d/> .\n:s a :T ;\n  :p <e> .';
    const found = spotsOf(other, base);
    const s = 'http://a.example/b/c#s';
    const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
    assert.equal(lineOf(found, { focus: s, path: type, value: 'http://a.example/b/c#T' }), 4);
    assert.equal(
      lineOf(found, { focus: s, path: 'http://a.example/b/c#p', value: 'http://a.example/b/d/e' }),
      5,
    );
  });

  it('passes over what stands in brackets, and says where the first ones open', () => {
    const nested =
      '<a> <p> <b> ;\n  <q> [ <r> ( 1 [ <s> 2 ] ) ; <t> 3 ] ;\n  <u> 4 .\n[ <v> 5 ] <w> 6 .\n_:b <x> 7 .';
    const found = spotsOf(nested, 'http://a.example/');
    assert.equal(lineOf(found, { focus: 'http://a.example/a', path: 'http://a.example/u', value: '4' }), 3);
    assert.deepEqual(
      found.filter(({ predicate }) => predicate === 'http://a.example/r'),
      [],
    );
    assert.equal(lineOfNameless(found), 2);
    assert.equal(lineOfNameless(spots), 1);
  });

  it('reads the same statements as the parser, whatever the layout', () => {
    const record = readFileSync(projectPath('data', 'commons', 'openstreetmap.ttl'), 'utf8');
    const quads = new Parser({ baseIRI: base }).parse(record);
    const expected = quads.map(({ subject, predicate, object }) => [
      subject.value,
      predicate.value,
      object.value,
    ]);
    for (const ending of ['\n', '\r\n', '\n\n', '\n# x ; y .\n']) {
      const said = spotsOf(record.replaceAll('\n', ending), base).filter(
        ({ object }) => object !== undefined,
      );
      assert.deepEqual(
        said.map(({ subject, predicate, object }) => [subject, predicate, object]),
        expected,
      );
    }
  });
});
