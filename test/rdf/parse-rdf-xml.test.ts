import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { maxElementDepth, parseRdfXml } from '../../src/rdf/parse-rdf-xml.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem, problemOf } from '../support/problems.js';

const base = 'http://e/doc';
const namespaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"';
const document = (body: string) => `<rdf:RDF ${namespaces}>${body}</rdf:RDF>`;
const described = (properties: string) =>
  document(`<rdf:Description rdf:about="a">${properties}</rdf:Description>`);
const values = (text: string) => parseRdfXml(text, base).map(({ object }) => object.value);

/** The same triples in Turtle. */
async function assertReads(xml: string, turtle: string): Promise<void> {
  const prefixes = `PREFIX e: <http://e/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> `;
  const expected = await parseRdf(prefixes + turtle, { format: 'turtle', base });
  assertIsomorphic(parseRdfXml(xml, base), expected, xml);
}

describe('parseRdfXml', () => {
  const pieces: Readonly<Record<string, readonly [xml: string, text: string]>> = {
    'a CDATA section': ['Avant <![CDATA[<milieu> & ]]>après', 'Avant <milieu> & après'],
    'two CDATA sections': ['<![CDATA[un ]]><![CDATA[deux]]>', 'un deux'],
    'a comment': ['Avant<!-- note --> après', 'Avant après'],
    'a processing instruction': ['Avant<?x y?> après', 'Avant après'],
    'a character by its number': ['caf&#xE9; cr&#232;me', 'café crème'],
    'a predefined entity': ['R&amp;D &lt;b&gt;', 'R&D <b>'],
    'all of them': ['a<!---->b<?c?>c<![CDATA[d]]>e&#102;<!-- -->', 'abcdef'],
    'blanks around': [' \n<!-- -->\t', ' \n\t'],
  };
  for (const [name, [xml, text]] of Object.entries(pieces))
    it(`keeps all of a text that is interrupted by ${name}`, () => {
      assert.deepEqual(values(described(`<e:p>${xml}</e:p>`)), [text]);
      assert.deepEqual(values(described(`<e:p rdf:datatype="http://e/d">${xml}</e:p>`)), [text]);
    });

  it('keeps the subject of a single node that is the document', () =>
    assertReads(
      `<e:Jeu ${namespaces} rdf:about="a" xml:lang="fr" e:q="v"><e:titre>T</e:titre></e:Jeu>`,
      '<a> a e:Jeu ; e:q "v"@fr ; e:titre "T"@fr .',
    ));
  it('takes a single node without a name, or with an rdf:ID or rdf:nodeID', async () => {
    await assertReads(`<e:Jeu ${namespaces}/>`, '[] a e:Jeu .');
    await assertReads(`<e:Jeu ${namespaces} rdf:ID="x"/>`, '<#x> a e:Jeu .');
    await assertReads(
      `<e:Jeu ${namespaces} rdf:nodeID="x"><e:p rdf:nodeID="x"/></e:Jeu>`,
      '_:x a e:Jeu ; e:p _:x .',
    );
  });

  const grammar: Readonly<Record<string, readonly [properties: string, turtle: string]>> = {
    'members of a container': ['<rdf:li>1</rdf:li><rdf:li>2</rdf:li>', '<a> rdf:_1 "1" ; rdf:_2 "2" .'],
    'a list': [
      '<e:p rdf:parseType="Collection"><e:C/><rdf:Description rdf:about="b"/></e:p>',
      '<a> e:p ([ a e:C ] <b>) .',
    ],
    'an empty list': ['<e:p rdf:parseType="Collection"> </e:p>', '<a> e:p () .'],
    'a nested description': ['<e:p rdf:parseType="Resource"><e:q>x</e:q></e:p>', '<a> e:p [ e:q "x" ] .'],
    'a property with attributes': ['<e:p e:q="x" rdf:type="C"/>', '<a> e:p [ e:q "x" ; a <C> ] .'],
    'a resource with attributes': ['<e:p rdf:resource="b" e:q="x"/>', '<a> e:p <b> . <b> e:q "x" .'],
    'a statement with a name': [
      '<e:p rdf:ID="s">x</e:p>',
      '<a> e:p "x" . <#s> a rdf:Statement ; rdf:subject <a> ; rdf:predicate e:p ; rdf:object "x" .',
    ],
    'a base of its own': [
      '<e:p xml:base="http://other/x/" rdf:resource="y"/>',
      '<a> e:p <http://other/x/y> .',
    ],
    'languages handed down': [
      '<e:p xml:lang="fr"><e:C><e:q>x</e:q></e:C></e:p>',
      '<a> e:p [ a e:C ; e:q "x"@fr ] .',
    ],
    'a language taken back': [
      '<e:p xml:lang="fr"><e:C xml:lang=""><e:q>x</e:q></e:C></e:p>',
      '<a> e:p [ a e:C ; e:q "x" ] .',
    ],
    'an empty text': ['<e:p/><e:q></e:q>', '<a> e:p "" ; e:q "" .'],
    'old names without a namespace': ['<e:p resource="b"/>', '<a> e:p <b> .'],
  };
  for (const [name, [properties, turtle]] of Object.entries(grammar))
    it(`reads ${name}`, () => assertReads(described(properties), turtle));

  const literals: Readonly<Record<string, readonly [xml: string, lexical: string]>> = {
    'the namespaces that it uses, and no others': [
      'x <b xmlns="http://www.w3.org/1999/xhtml">y</b>',
      'x <b xmlns="http://www.w3.org/1999/xhtml">y</b>',
    ],
    'namespaces declared around it': [
      '<e:b e:c="1"><e:d/></e:b>',
      '<e:b xmlns:e="http://e/" e:c="1"><e:d></e:d></e:b>',
    ],
    'entities, in text and attributes': [
      '<b c="&quot;&lt;&amp;">&lt;i&gt; &amp; <![CDATA[<j>]]></b>',
      '<b c="&quot;&lt;&amp;">&lt;i&gt; &amp; &lt;j&gt;</b>',
    ],
    'comments and instructions': ['<!-- c --><?p q?>', '<!-- c --><?p q?>'],
    'a default namespace taken back': [
      '<b xmlns="u:"><c xmlns=""/></b>',
      '<b xmlns="u:"><c xmlns=""></c></b>',
    ],
    'xml:lang': ['<b xml:lang="fr">é</b>', '<b xml:lang="fr">é</b>'],
  };
  for (const [name, [xml, lexical]] of Object.entries(literals))
    it(`keeps in an XML literal ${name}`, () => {
      const [quad, ...others] = parseRdfXml(described(`<e:p rdf:parseType="Literal">${xml}</e:p>`), base);
      assert.deepEqual([quad?.object.value, others], [lexical, []]);
      assert.equal(
        quad?.object.termType === 'Literal' && quad.object.datatype.value,
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral',
      );
    });

  it('reads base directions and triple terms of RDF 1.2', () => {
    const [text] = parseRdfXml(
      document(
        '<rdf:Description rdf:about="a" rdf:version="1.2" xmlns:its="http://www.w3.org/2005/11/its" its:dir="rtl"><e:p xml:lang="ar">x</e:p></rdf:Description>',
      ),
      base,
    );
    assert.equal((text?.object as { direction?: string }).direction, 'rtl');
    const [triple] = parseRdfXml(
      described(
        '<e:p rdf:parseType="Triple"><rdf:Description rdf:about="b"><e:q rdf:resource="c"/></rdf:Description></e:p>',
      ),
      base,
    );
    const object = triple?.object as unknown as Quad;
    assert.deepEqual([object.termType, object.subject.value], ['Quad', 'http://e/b']);
  });

  const faults: Readonly<Record<string, readonly [xml: string, said: RegExp]>> = {
    'text between nodes': [document('\nstray'), /"stray" cannot stand beside elements/],
    'text beside a node': [described('\n<e:p>a<e:C/></e:p>'), /"a" cannot stand/],
    'text behind a node': [described('\n<e:p><e:C/>a</e:p>'), /"a" cannot stand/],
    'two nodes in a property': [described('\n<e:p><e:C/><e:C/></e:p>'), /one value/],
    'a node with two names': [
      document('\n<e:C rdf:about="x" rdf:ID="y"/>'),
      /Only one of rdf:about and rdf:ID/,
    ],
    'an rdf:ID given twice': [document('<e:C rdf:ID="x"/>\n<e:C rdf:ID="x"/>'), /there twice/],
    'an rdf:nodeID that is no name': [document('\n<e:C rdf:nodeID="a b"/>'), /is no name/],
    'an attribute without a namespace': [described('\n<e:p lang="fr">x</e:p>'), /Write xml:lang/],
    'an element without a namespace': [described('\n<p>x</p>'), /not an absolute IRI/],
    'an old term': [described('\n<rdf:bagID>x</rdf:bagID>'), /rdf:bagID cannot be/],
    'an entity that is not declared': [described('\n<e:p>&eacute;</e:p>'), /Undefined entity/],
    'a name that objects have by birth as an entity': [
      described('\n<e:p>&constructor;</e:p>'),
      /Undefined entity/,
    ],
    'an attribute given twice': [described('\n<e:p e:a="1" e:a="2"/>'), /[Dd]uplicate attribute/],
  };
  for (const [name, [xml, said]] of Object.entries(faults))
    it(`refuses ${name}, and tells the line`, async () => {
      const { members, message } = await assertProblem(() => parseRdfXml(xml, base), 'syntax-error', said);
      assert.deepEqual(members, { line: 2 });
      assert.match(message, /^Line 2: .*\.$/);
    });

  it('takes lists written nested, as long as files have them, and refuses deeper ones with the limit', async function () {
    this.timeout(20_000);
    const nested = (depth: number) =>
      described('<e:p><rdf:Description>'.repeat(depth) + '</rdf:Description></e:p>'.repeat(depth));
    assert.equal(parseRdfXml(nested(3_000), base).length, 3_000);
    const { members } = await problemOf(() => parseRdfXml(nested(maxElementDepth), base));
    assert.deepEqual(members, { limit: maxElementDepth, line: 1 });
  });

  it('expands the internal entities of a document type, in text and attributes', () => {
    const doctype =
      '<!DOCTYPE rdf:RDF [ <!ENTITY xsd "http://www.w3.org/2001/XMLSchema#"> <!ENTITY n "Qualité"> ]>';
    const [quad] = parseRdfXml(doctype + described('<e:p rdf:datatype="&xsd;date">&n;</e:p>'), base);
    assert.equal(quad?.object.value, 'Qualité');
    assert.equal(
      (quad.object as { datatype?: { value: string } }).datatype?.value,
      'http://www.w3.org/2001/XMLSchema#date',
    );
  });

  it('refuses entities that make much text of little', async () => {
    const doctype = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(9_999)}">]>`;
    const text = doctype + described(`<e:p>${'&a;'.repeat(1_000)}</e:p>`);
    await assertProblem(() => parseRdfXml(text, base), 'bad-request', /too much text out of entities/);
  });
});
