import fc from 'fast-check';
import type { RdfFormatId } from '../../../src/rdf/formats.js';

/** Choices as they stand between bars; `raw` keeps backslashes. */
const raw = String.raw;
const cut = (choices: string) => choices.split(' ¦ ').map(choice => choice.replaceAll('⏎', '\n'));
const any = (choices: string) => fc.constantFrom(...cut(choices));
/** What is well-formed six times as often as what is not. */
const mostly = (usual: string, unusual: string) =>
  fc.oneof({ weight: 6, arbitrary: any(usual) }, { weight: 1, arbitrary: any(unusual) });
const joined = (separator: string, ...parts: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map(texts => texts.join(separator));
const several = (part: fc.Arbitrary<string>, separator = '\n') =>
  fc.array(part, { minLength: 1, maxLength: 3 }).map(texts => texts.join(separator));

const text = mostly(
  raw`"x" ¦ "" ¦ "é😀" ¦ "a\"b" ¦ "\t\n\r\b\f\\" ¦ "\u00e9" ¦ "\U0001F600" ¦ "${'\u007f'}"`,
  raw`"\uD800" ¦ "\x" ¦ "a⏎b" ¦ "a ¦ "${'\u0000'}"`,
);
const tail = mostly(
  ' ¦ @fr ¦ @FR-be ¦ @x-local ¦ @de-1996 ¦ ^^<http://e/d>'.slice(1),
  '@fr_FR ¦ @ ¦ @1 ¦ ^^<d e> ¦ @ fr',
);
const absolute = mostly(
  raw`<http://e/a> ¦ <http://e/é> ¦ <http://e/\u00e9> ¦ <http://e/%C3%A9%20> ¦ <urn:x:y> ¦ <http://e/a#b?c> ¦ <http://e/a/../b> ¦ <mailto:a@b>`,
  raw`<http://e/a b> ¦ <http://e/\u0020> ¦ <http://e/{x}> ¦ <http://e/a^b> ¦ <http://e/"x> ¦ <a> ¦ <>`,
);
const blank = mostly('_:a ¦ _:a.b ¦ _:1 ¦ _:a-b ¦ _:é', '_:a. ¦ _:-a ¦ _:a:b');

/** N-Triples and N-Quads: one statement a line. */
const line = (graph: fc.Arbitrary<string>) =>
  joined(
    ' ',
    fc.oneof(absolute, blank),
    absolute,
    fc.oneof(absolute, blank, joined('', text, tail)),
    graph,
    mostly('. ¦ . # c ¦ .⏎# c <a> ¦ .\r ¦ .⏎', '. . ¦ ; .'),
  );

const localName = mostly(
  raw`e:a ¦ e: ¦ : ¦ :a ¦ e:a.b ¦ e:1 ¦ e:a:b ¦ e:%20 ¦ e:é ¦ e:_ ¦ e:a- ¦ e:Carte_\(jeu\) ¦ e:x\/y ¦ e:\~\.\-\!\$\&\'\*\+\,\;\=\?\#\@\_ ¦ e:a\.`,
  raw`e:a. ¦ e:%2 ¦ é:a ¦ f:a ¦ e:-a ¦ e:a\ ¦ e:\x ¦ e.f:a ¦ e:a#b`,
);
const relative = mostly(
  '<> ¦ <#x> ¦ <x> ¦ <../x> ¦ <?q> ¦ <//h/x> ¦ </x> ¦ <./x/../y> ¦ <;p>',
  '<x y> ¦ <http:x>',
);
const number = mostly(
  '1 ¦ -1 ¦ +1 ¦ 01 ¦ 1.0 ¦ .5 ¦ -.5 ¦ 1e3 ¦ 1.E3 ¦ 1E-3 ¦ .5e1 ¦ true ¦ false',
  '1. ¦ 1e ¦ +. ¦ True ¦ 1.0.0',
);
const longText = mostly(
  raw`"""a"b""" ¦ """a⏎""" ¦ ${"'''a'b'''"} ¦ 'x' ¦ 'a"b' ¦ """a\u00e9""" ¦ ${"''''''"} ¦ """\""""`,
  raw`"""a"""" ¦ """ ¦ 'a⏎b'`,
);
const node = fc.oneof(
  absolute,
  relative,
  localName,
  blank,
  any('[] ¦ [ ] ¦ () ¦ ( ) ¦ [e:p 1] ¦ [e:p [e:q 1]; ] ¦ (1 "x" (e:a) [])'),
);
const value = fc.oneof(
  node,
  number,
  joined('', fc.oneof(text, longText), fc.oneof(tail, mostly('^^e:d ¦ ^^e:', '^^a ¦ ^^ e:d'))),
);
const verb = fc.oneof(
  { weight: 4, arbitrary: any('a ¦ e:p ¦ <p>') },
  absolute,
  localName,
  any('A ¦ [] ¦ "p" ¦ _:a'),
);
const ending = mostly(
  '. ¦ ; . ¦ ;; . ¦ , e:o . ¦ ; e:q 1 . ¦ # c⏎. ¦ .# c ¦ ; a e:C , e:D .',
  ' ¦ ; , .'.slice(1),
);
const statement = joined(' ', node, verb, value, ending);
const directive = mostly(
  '@prefix e: <http://e/ns#> . ¦ PREFIX e: <http://e/ns#> ¦ prefix e: <x/> ¦ @prefix e: <x/> . ¦ @base <http://b/c/> . ¦ BASE <x/> ¦ base <http://b> ¦ @prefix : <#> . ¦ @prefix e.f: <x> . ¦ # comment',
  'PREFIX e: <x/> . ¦ @PREFIX e: <x/> . ¦ @prefix é: <é>',
);
const heading = 'PREFIX e: <http://e/> PREFIX : <http://e/d/>⏎';
const start = mostly(`${heading} ¦ ${heading}\r⏎`, `\ufeff${heading} ¦ # none⏎`);
const turtle = joined('', start, several(fc.oneof({ weight: 4, arbitrary: statement }, directive)));

const graphName = mostly(
  '<http://e/g> ¦ e:g ¦ _:g ¦ [] ¦ GRAPH e:g ¦ graph <g> ¦ '.trimEnd(),
  '"g" ¦ GRAPH ¦ <g h>',
);
const inside = statement.map(one => one.replace(/ ?\.(?:# c)?$/, ''));
const block = joined(' ', graphName, any('{ ¦ {⏎'), several(inside, ' .\n'), mostly('} ¦ . }', '} . ¦ .'));
const trig = joined('', start, several(fc.oneof({ weight: 4, arbitrary: block }, statement, directive)));

const iri = mostly(
  'http://e/a ¦ a ¦ #x ¦ ../x ¦ _:a ¦ e:a ¦ http://e/é ¦ urn:x:y ¦ ?q',
  'http://e/a b ¦ http://e/< ¦ x y',
);
const jsonText = any('x ¦ é😀 ¦ a"b ¦ \u0000 ¦ http://e/a ¦ 1');
const language = mostly('fr ¦ FR-be ¦ x-local ¦ de-1996', 'fr_FR ¦ e n');
const jsonValue: fc.Arbitrary<unknown> = fc.oneof(
  jsonText,
  fc.constantFrom(1, -0, 1.5, 1e21, 1e300, 0.1, 100_000_000_000_000_000_000, true, false, null),
  iri.map(id => ({ '@id': id })),
  fc.tuple(jsonText, language).map(([given, tag]) => ({ '@value': given, '@language': tag })),
  fc.tuple(jsonText, any('http://e/d ¦ urn:d')).map(([given, type]) => ({ '@value': given, '@type': type })),
  fc.constantFrom<unknown>(
    { '@list': [1, 'x'] },
    { '@list': [] },
    { '@set': ['x'] },
    { '@value': { b: 1, a: [2] }, '@type': '@json' },
    { '@value': true },
    { '@value': null },
    {},
    [],
  ),
);
const key = any('http://e/p ¦ e:p ¦ p ¦ q ¦ http://e/é ¦ undefined');
const context = fc.constantFrom<unknown>(
  { e: 'http://e/', p: 'http://e/p', q: { '@id': 'http://e/q', '@type': '@id' } },
  { '@vocab': 'http://e/', '@language': 'fr' },
  { '@base': 'http://b/', p: { '@id': 'http://e/p', '@container': '@list' } },
  { e: { '@id': 'http://e/', '@prefix': true }, p: null },
  null,
);
const jsonNode = fc
  .tuple(iri, key, jsonValue, key, jsonValue)
  .map(([id, first, one, second, other]) => ({ '@id': id, [first]: one, [second]: other }));
const jsonld = fc.oneof(
  fc.tuple(context, jsonNode).map(([given, body]) => ({ '@context': given, ...body })),
  fc
    .tuple(iri, context, jsonNode)
    .map(([id, given, body]) => ({ '@context': given, '@id': id, '@graph': [body] })),
  jsonNode.map(body => [body]),
);

const reference = mostly('a ¦ #x ¦ ../x ¦ http://e/é ¦ ?q ¦ urn:x ¦ http://e/a/../b ¦ //h', 'http://e/a b');
const nodeAttribute = mostly(
  ' ¦ e:q="v" ¦ rdf:type="T" ¦ xml:lang="FR" ¦ xml:base="http://b/x/"'.slice(1),
  'rdf:ID="i" ¦ rdf:nodeID="n" ¦ rdf:nodeID="1" ¦ rdf:li="v"',
);
const characters = mostly(
  'x ¦ é&#xE9; ¦ &amp;&lt; ¦ <![CDATA[<b>]]> ¦ a<!-- c -->b ¦ a<?p q?>b ¦ a\r⏎b ¦ \t',
  '&e; ¦ &undefined;',
);
const opening = mostly(
  '<e:p> ¦ <e:p xml:lang="fr"> ¦ <e:p rdf:datatype="http://e/d">',
  '<e:p xml:lang="e n"> ¦ <e:p rdf:datatype="http://e/ d"> ¦ <e:p rdf:ID="s">',
);
const property = fc.oneof(
  { weight: 2, arbitrary: joined('', opening, several(characters, ''), any('</e:p>')) },
  reference.map(to => `<e:p rdf:resource="${to}"/>`),
  mostly(
    '<e:p/> ¦ <e:p></e:p> ¦ <rdf:li>x</rdf:li><rdf:li>y</rdf:li> ¦ <e:p rdf:parseType="Resource"><e:q>x</e:q></e:p> ¦ <e:p e:q="v"/> ¦ <e:p><e:C/></e:p> ¦ <e:p rdf:parseType="Collection"><e:C/><e:D/></e:p> ¦ <e:p rdf:parseType="Collection"/> ¦ <e:p rdf:parseType="Literal">a<e:b c="&quot;">&lt;</e:b></e:p> ¦ <e:p rdf:nodeID="n"/> ¦ <rdf:_1>x</rdf:_1> ¦ <e:p xmlns:e="http://f/">x</e:p> ¦ <e:p rdf:resource="a" e:q="v"/> ¦ <rdf:type rdf:resource="T"/> ¦ <!-- c --> ¦ <?p q?> ¦ <e:p rdf:parseType="x"><e:b/></e:p>',
    '<e:p><e:C/><e:C/></e:p> ¦ <e:p>x<e:C/></e:p> ¦ <rdf:Description/> ¦ <e:p rdf:resource="a">x</e:p> ¦ <f:p/> ¦ <e:p rdf:resource="a" rdf:nodeID="n"/> ¦ stray',
  ),
);
const element = fc
  .tuple(
    mostly('rdf:Description ¦ e:C ¦ rdf:Seq ¦ e:é', 'rdf:li'),
    fc.option(
      reference.map(to => `rdf:about="${to}"`),
      { nil: '' },
    ),
    nodeAttribute,
    fc.array(property, { maxLength: 3 }),
  )
  .map(
    ([name, about, attribute, properties]) =>
      `<${name} ${about} ${attribute}>${properties.join('\n')}</${name}>`,
  );
const declarations = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"';
const prolog = any(
  '<!DOCTYPE rdf:RDF [<!ENTITY e "http://e/x">]> ¦ <?xml version="1.0"?>⏎ ¦ <?xml version="1.0"?><!DOCTYPE rdf:RDF> ¦ \ufeff',
);
const rdfxml = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(prolog, any('xml:base="http://b/x" ¦ xml:lang="fr"'), several(element))
      .map(([before, attribute, body]) => `${before}<rdf:RDF ${declarations} ${attribute}>${body}</rdf:RDF>`),
  },
  { weight: 1, arbitrary: element.map(body => body.replace(/ /, ` ${declarations} `)) },
);

/** Documents of each format that are awkward to read; some are to be refused. */
export const documents: Readonly<Record<RdfFormatId, fc.Arbitrary<string>>> = {
  ntriples: several(line(fc.constant(''))),
  nquads: several(line(mostly('<http://e/g> ¦ _:g ¦ '.trimEnd(), '"g" ¦ <g> ¦ <http://e/g> <http://e/h>'))),
  turtle,
  trig,
  jsonld: jsonld.map(body => JSON.stringify(body)),
  rdfxml,
};
