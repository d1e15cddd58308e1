import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Identifiers, toRecordName } from '../../src/register/identifiers.js';
import { kinds } from '../../src/register/kinds.js';

const base = 'https://register.example/base';
const identifiers = new Identifiers(base);

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const slug = fc.array(word, { minLength: 1, maxLength: 4 }).map(words => words.join('-'));
const name = fc.tuple(fc.constantFrom(...kinds), slug).map(([kind, end]) => ({ kind, slug: end }));

describe('identifiers', () => {
  it('go from a record to its IRIs and back (property)', () => {
    fc.assert(
      fc.property(name, record => {
        assert.deepEqual(identifiers.ofThing(identifiers.thing(record)), record);
        assert.deepEqual(identifiers.ofDocument(identifiers.document(record)), record);
        assert.deepEqual(toRecordName(identifiers.path(record)), record);
        assert.equal(identifiers.document(record), `${base}/${identifiers.path(record)}`);
        assert.equal(identifiers.thing(record), `${base}/id/${identifiers.path(record)}`);
      }),
    );
  });

  it('of an inner node are those of its record, whatever its fragment (property)', () => {
    fc.assert(
      fc.property(name, fc.string(), (record, fragment) => {
        assert.deepEqual(identifiers.ofDocument(`${identifiers.document(record)}#${fragment}`), record);
      }),
    );
  });

  it('never take a thing for a document, nor a document for a thing (property)', () => {
    fc.assert(
      fc.property(name, record => {
        assert.equal(identifiers.ofThing(identifiers.document(record)), undefined);
        assert.equal(identifiers.ofDocument(identifiers.thing(record)), undefined);
      }),
    );
  });

  it('are read from nothing but exactly a kind and a slug (property)', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webPath(),
          name.map(({ kind, slug: end }) => `${kind}/${end}`),
        ),
        path => {
          const found = toRecordName(path);
          if (found) assert.equal(`${found.kind}/${found.slug}`, path);
          else assert.doesNotMatch(path, /^(action|commons|actor)\/[a-z0-9]+(-[a-z0-9]+)*$/);
        },
      ),
    );
  });

  const strangers = [
    '',
    'commons',
    'commons/',
    '/openstreetmap',
    'commons/Open',
    'commons/a--b',
    'commons/-a',
    'commons/a-',
    'commons/a_b',
    'commons/a.ttl',
    'commons/é',
    'commons/a\n',
    'commons/a/b',
    'commons/a?b',
    'nowhere/a',
    '__proto__/a',
    'constructor/a',
    'toString/a',
  ];
  for (const path of strangers)
    it(`of ${JSON.stringify(path)} are none`, () => {
      assert.equal(toRecordName(path), undefined);
      assert.equal(identifiers.ofThing(`${base}/id/${path}`), undefined);
      assert.equal(identifiers.ofDocument(`${base}/${path}`), undefined);
    });

  it('of another base are none', () => {
    for (const other of [
      'https://register.example',
      `${base}2`,
      'http://register.example/base',
      'https://evil.example',
    ])
      assert.equal(identifiers.ofThing(`${other}/id/commons/a`), undefined, other);
  });

  it('of graphs and references hang on the base alone', () => {
    assert.equal(identifiers.ontologyGraph, `${base}/ontology`);
    assert.equal(identifiers.entailedGraph, `${base}/graph/entailed`);
    assert.equal(identifiers.vocabulary('role'), `${base}/vocabulary/role`);
    assert.equal(identifiers.shapes('commons'), `${base}/shapes/commons`);
  });
});
