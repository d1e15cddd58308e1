import assert from 'node:assert/strict';
import { blankNode, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { blankLabel, faultOf, withPlainLabels } from '../../src/rdf/well-formed.js';

const node = namedNode('http://example.org/');

describe('faultOf', () => {
  for (const iri of ['http://e/', 'urn:x:y', 'mailto:a@b.c', 'tag:a,2026:b', "http://e/é中😀(~)'*?q=[1]#f"])
    it(`finds nothing wrong with <${iri}>`, () => {
      const named = namedNode(iri);
      assert.equal(faultOf(quad(named, named, named, named)), undefined);
    });

  for (const iri of [
    '',
    'relative',
    '//e/x',
    '#f',
    'http://e/ x',
    'http://e/>',
    'http://e/<',
    'http://e/"',
    'http://e/\n',
    'http://e/{x}',
    'http://e/|',
    'http://e/^',
    'http://e/`',
    'http://e/\\',
    'http://e/\u0000',
    '1x:y',
    'http://e/\ud800',
  ])
    it(`refuses ${JSON.stringify(iri)} as an IRI, wherever it stands`, () => {
      const faulty = namedNode(iri);
      const quads = [
        quad(faulty, node, node),
        quad(node, faulty, node),
        quad(node, node, faulty),
        quad(node, node, quad(node, node, faulty)),
      ];
      if (iri !== '') quads.push(quad(node, node, node, faulty));
      for (const item of quads) assert.match(faultOf(item) ?? 'none', /is not an absolute IRI/);
    });

  it('refuses such an IRI as a datatype', () => {
    const datatype = namedNode('http://e/> .');
    assert.match(faultOf(quad(node, node, literal('x', datatype))) ?? 'none', /is not an absolute IRI/);
  });

  for (const tag of ['fr', 'en-GB', 'zh-Hant-TW', 'de-1996'])
    it(`takes the language tag ${tag}`, () => {
      assert.equal(faultOf(quad(node, node, literal('x', tag))), undefined);
    });

  for (const tag of ['en_GB', 'e n', 'fr-', '-fr', '1', 'fr . <http://evil/>'])
    it(`refuses the language tag "${tag}"`, () => {
      assert.match(faultOf(quad(node, node, literal('x', tag))) ?? 'none', /is not a language tag/);
    });

  it('refuses half a character, and takes a whole one', () => {
    assert.match(faultOf(quad(node, node, literal('a\ud83db'))) ?? 'none', /half a character/);
    assert.equal(faultOf(quad(node, node, literal('a\ud83d\ude00b'))), undefined);
  });

  it('takes blank nodes and any other text', () => {
    assert.equal(faultOf(quad(blankNode('a'), node, literal('"\\\n\u0000<>{}'))), undefined);
  });
});

describe('blankLabel', () => {
  for (const label of ['a', 'b0_x', 'n3-5', '_x', 'a.b'])
    it(`leaves ${label} alone`, () => {
      assert.equal(blankLabel(label), label);
    });

  const odd = ['', ' ', 'a b', 'a\tb', 'a>', '0', 'a.', '-a', 'é', '"', 'a\n<x>'];
  it('makes plain labels of odd ones, and different ones of different ones', () => {
    const made = odd.map(blankLabel);
    for (const label of made) assert.match(label, /^[A-Za-z_][\w-]*$/);
    assert.equal(new Set(made).size, odd.length);
  });
});

describe('withPlainLabels', () => {
  it('relabels blank nodes, in triple terms too', () => {
    const odd = blankNode('a b');
    const plain = blankNode(blankLabel('a b'));
    const given = quad(odd, node, quad(odd, node, literal('x')));
    assert.ok(withPlainLabels(given).equals(quad(plain, node, quad(plain, node, literal('x')))));
  });
});
