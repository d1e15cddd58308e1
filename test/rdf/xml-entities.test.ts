import assert from 'node:assert/strict';
import { longestEntity, mostEntities, readEntities } from '../../src/rdf/xml-entities.js';
import { assertProblem } from '../support/problems.js';

const read = (subset: string) => Object.fromEntries(readEntities(` rdf:RDF [${subset}]`));

describe('readEntities', () => {
  it('reads entities among what changes no text', () => {
    const subset = `
      <!-- it's <!ENTITY no "no"> -->
      <?target "?>
      <!ELEMENT rdf:RDF (e:a | e:b)*>
      <!ATTLIST e:a e:b CDATA #IMPLIED>
      <!ENTITY xsd "http://www.w3.org/2001/XMLSchema#">
      <!ENTITY quoted 'a "b"' >`;
    assert.deepEqual(read(subset), { xsd: 'http://www.w3.org/2001/XMLSchema#', quoted: 'a "b"' });
    assert.deepEqual([...readEntities(' rdf:RDF')], []);
  });

  it('expands entities in entities, whatever their order, and characters by their numbers', () => {
    assert.deepEqual(read('<!ENTITY b "&a;b"><!ENTITY a "&#233;&#xe9;&amp;&#38;lt;">'), {
      a: 'éé&<',
      b: 'éé&<b',
    });
  });

  it('lets the first of two declarations count', () => {
    assert.deepEqual(read('<!ENTITY a "1"><!ENTITY a "2">'), { a: '1' });
  });

  const laughs = [...'bcdefghij'].map(
    (name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`,
  );
  const refused: Readonly<Record<string, readonly [subset: string, said: RegExp]>> = {
    'an external entity': ['<!ENTITY a SYSTEM "file:///etc/passwd">', /external/],
    'a public one': ['<!ENTITY a PUBLIC "x" "http://e/x">', /external/],
    'a parameter entity': ['<!ENTITY % a "x">', /parameter entities/],
    'the use of a parameter entity': ['%a;', /parameter entities/],
    'a value of an attribute, which would be lost': ['<!ATTLIST e:a e:b CDATA "x">', /values of attributes/],
    'an entity in itself': ['<!ENTITY a "&b;"><!ENTITY b "&a;">', /in itself/],
    'an entity with markup': ['<!ENTITY a "<e:b/>">', /markup/],
    'an entity with markup by number': ['<!ENTITY a "&#60;e:b/>">', /markup/],
    'an entity that is not declared': ['<!ENTITY a "&b;">', /"b", which it does not declare/],
    'entities that explode': [
      `<!ENTITY a "${'x'.repeat(100)}">${laughs.join('')}`,
      /more than 10000 characters/,
    ],
    'too many': [
      Array.from({ length: mostEntities + 1 }, (_, n) => `<!ENTITY e${n} "x">`).join(''),
      /more than 500/,
    ],
    'one that is too long': [`<!ENTITY a "${'x'.repeat(longestEntity + 1)}">`, /more than 10000/],
    'the number of no character': ['<!ENTITY a "&#x110000;">', /no character/],
    'what is no declaration': ['<!WHATEVER>', /not read/],
  };
  for (const [name, [subset, said]] of Object.entries(refused))
    it(`refuses ${name}`, () => assertProblem(() => read(subset), 'bad-request', said));

  it('refuses an external document type', async () => {
    for (const doctype of [' r SYSTEM "http://e/x.dtd"', ' r PUBLIC "a" "b" [<!ENTITY a "b">]'])
      await assertProblem(() => readEntities(doctype), 'bad-request', /external DTD, which is never read/);
  });

  it('takes no time over what is never closed', () => {
    const start = performance.now();
    for (const piece of ['<!--', '<?', '<!ENTITY a "', '<!ENTITY ', '<!ELEMENT '])
      assert.throws(() => read(piece.repeat(50_000)));
    assert.ok(performance.now() - start < 2_000);
  });
});
