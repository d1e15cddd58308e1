import assert from 'node:assert/strict';
import { Parser } from 'n3';
import { Presentation } from '../../src/register/presentation.js';

const shapes = new Parser().parse(`
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix x: <http://x.example/> .

x:title sh:path dct:title ; sh:name "titre"@fr, "title"@en ; sh:group x:identity ; sh:order 2 .
x:date sh:path schema:startDate ; sh:name "début"@fr ; sh:group x:when ; sh:order 1 .
x:again sh:path dct:title ; sh:name "autre"@fr ; sh:group x:when ; sh:order 0 .
x:id sh:path dct:identifier ; sh:name "code"@fr, "code"@en ; sh:group x:identity ; sh:order 1 .
x:alone sh:path dct:subject ; sh:name "thème"@fr ; sh:order 0 .
x:unnamed sh:path dct:type ; sh:group x:identity .
x:identity rdfs:label "Identité"@fr, "Identity"@en ; sh:order 0 .
x:when rdfs:label "Quand"@fr ; sh:order 1.5 .
`);

describe('presentation', () => {
  const presentation = new Presentation(shapes);

  it('names a property as its shape does, by IRI and by prefixed name', () => {
    assert.deepEqual(presentation.label('dct:title', 'en'), { value: 'title', lang: 'en' });
    assert.deepEqual(presentation.label('http://purl.org/dc/terms/title', 'fr'), {
      value: 'titre',
      lang: 'fr',
    });
    assert.deepEqual(presentation.label('schema:startDate', 'en'), { value: 'début', lang: 'fr' });
  });

  it('names a property without shape, or whose shape has no name, by its prefixed name', () => {
    assert.deepEqual(presentation.label('http://purl.org/dc/terms/type', 'fr'), { value: 'dct:type' });
    assert.deepEqual(presentation.label('http://y.example/p', 'fr'), { value: 'http://y.example/p' });
    assert.equal(presentation.knownLabel('dct:type', 'fr'), undefined);
    assert.equal(presentation.knownLabel('dct:title', 'fr')?.value, 'titre');
  });

  it('lets the first shape of a path count', () => {
    assert.deepEqual(presentation.group('dct:title', 'en'), { value: 'Identity', lang: 'en' });
  });

  it('groups by the labels of groups; no group, no label', () => {
    assert.equal(presentation.group('schema:startDate', 'en')?.value, 'Quand');
    assert.equal(presentation.group('dct:subject', 'fr'), undefined);
    assert.equal(presentation.group('http://y.example/p', 'fr'), undefined);
  });

  it('orders by group, then within the group; what has no shape comes last, by name', () => {
    const names = ['z:z', 'dct:subject', 'schema:startDate', 'a:a', 'dct:title', 'dct:identifier'];
    const expected = ['dct:identifier', 'dct:title', 'schema:startDate', 'dct:subject', 'a:a', 'z:z'];
    assert.deepEqual(names.toSorted(presentation.compare), expected);
    assert.deepEqual(names.toReversed().sort(presentation.compare), expected);
  });
});
