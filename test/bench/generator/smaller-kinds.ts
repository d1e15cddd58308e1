import { thing } from './kinds.js';
import { rdfType, type RecordWriter } from './record-writer.js';
import { dataTheme, located, someConcept, themed, titled } from './shared-parts.js';
import { plain, ref, text, typed } from './terms.js';
import { capital, description } from './text.js';
import { amount, date, page } from './values.js';
import { conceptAt } from './vocabularies.js';
import { nouns, places } from './words.js';

export function need(writer: RecordWriter): void {
  writer.type('pac:Need');
  titled(writer);
  writer.say(ref('pac:needStatus'), someConcept(writer, 'need-status'));
  writer.refer(ref('dct:subject'), 'theme', 1.3);
}

export function funding(writer: RecordWriter): void {
  writer.type('schema:MonetaryGrant');
  titled(writer);
  const item = writer.random.skewed(writer.register.sizes.action);
  writer.say(ref('schema:fundedItem'), thing('action', item));
  writer.refer(ref('schema:funder'), 'actor', 0.6);
  const node = writer.node('amount');
  writer.say(ref('schema:amount'), node);
  writer.add(node, rdfType, ref('schema:MonetaryAmount'));
  writer.add(node, ref('schema:value'), typed(String(amount(writer.random)), 'integer'));
  writer.add(node, ref('schema:currency'), plain(writer.random.chance(0.9) ? 'EUR' : 'CHF'));
}

export function resource(writer: RecordWriter): void {
  const { random } = writer;
  writer.type('dcat:Resource', 'foaf:Document');
  titled(writer);
  writer.say(ref('dct:type'), someConcept(writer, 'resource-type'));
  writer.sayOften(0.8, ref('dct:issued'), () => date(random));
  themed(writer);
  writer.sayOften(0.9, ref('dcat:landingPage'), () => page(random));
  writer.refer(ref('dct:publisher'), 'actor', 1);
  writer.refer(ref('dct:relation'), 'commons', 0.4);
  located(writer);
}

/** Territories form a tree: the world, its parts, their parts. */
export function territory(writer: RecordWriter): void {
  const { random, index } = writer;
  const name = `${random.pick(places)} ${String(index)}`;
  writer.type('dct:Location');
  writer.inBothLanguages(ref('skos:prefLabel'), [name, `${name} (en)`]);
  writer.sayOften(0.25, ref('skos:altLabel'), () => text(`Pays de ${name}`, 'fr'));
  writer.say(ref('dct:type'), conceptAt('territory-level', Math.min(5, depth(index, 7))));
  writer.say(ref('dct:identifier'), plain(`T${String(index).padStart(6, '0')}`));
  if (index > 0) writer.say(ref('dct:isPartOf'), thing('territory', parent(index, 7)));
  const [east, north] = [random.next() * 18 - 5, 41 + random.next() * 17];
  writer.say(ref('dcat:centroid'), typed(`POINT(${east.toFixed(2)} ${north.toFixed(2)})`, 'wktLiteral'));
}

/** Themes form eight trees, each theme with at most four narrower ones. */
export function theme(writer: RecordWriter): void {
  const { random, index } = writer;
  const [fr, en] = random.pick(nouns);
  const scheme = '<https://w3id.org/communaux/vocabulary/theme>';
  writer.type('skos:Concept');
  writer.inBothLanguages(ref('skos:prefLabel'), [
    `${capital(fr)} ${String(index)}`,
    `${capital(en)} ${String(index)}`,
  ]);
  writer.inBothLanguages(ref('skos:altLabel'), random.pick(nouns));
  writer.inBothLanguages(ref('skos:definition'), description(random));
  writer.say(ref('skos:notation'), plain(`H${String(index).padStart(4, '0')}`));
  writer.say(ref('skos:inScheme'), scheme);
  if (index < 8) writer.say(ref('skos:topConceptOf'), scheme);
  else writer.say(ref('skos:broader'), thing('theme', Math.floor(index / 4)));
  writer.say(ref('skos:broadMatch'), dataTheme(writer));
}

/** The parent of a node in a complete tree numbered level by level. */
function parent(index: number, width: number): number {
  return Math.floor((index - 1) / width);
}

function depth(index: number, width: number): number {
  return index === 0 ? 0 : 1 + depth(parent(index, width), width);
}
