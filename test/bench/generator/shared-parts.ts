import type { RecordWriter } from './record-writer.js';
import { rdfType } from './record-writer.js';
import { thing } from './kinds.js';
import { ref } from './terms.js';
import { date, day, pages } from './values.js';
import { description, title } from './text.js';
import { conceptAt, vocabularies, type Vocabulary } from './vocabularies.js';

/** A concept of a vocabulary, the first ones more often. */
export function someConcept(writer: RecordWriter, vocabulary: Vocabulary): string {
  return conceptAt(vocabulary, writer.random.skewed(vocabularies[vocabulary].length));
}

export function titled(writer: RecordWriter): void {
  writer.inBothLanguages(ref('dct:title'), title(writer.random));
  writer.inBothLanguages(ref('dct:description'), description(writer.random));
}

/** Themes of the register, and those of the European data portal. */
export function themed(writer: RecordWriter): void {
  writer.refer(ref('dct:subject'), 'theme', 1.7);
  writer.say(ref('dcat:theme'), dataTheme(writer));
}

export function dataTheme({ random }: RecordWriter): string {
  return `<http://publications.europa.eu/resource/authority/data-theme/${dataThemes[random.skewed(dataThemes.length)] ?? 'GOVE'}>`;
}

const dataThemes = ['GOVE', 'TECH', 'REGI', 'ENVI', 'SOCI', 'EDUC', 'ECON', 'TRAN', 'JUST', 'HEAL'];

export function located(writer: RecordWriter): void {
  writer.refer(ref('dct:spatial'), 'territory', 1.15);
}

/** Who takes part, each with a role, a source and how sure the register is of it. */
export function involved(writer: RecordWriter): void {
  for (const actor of writer.others('actor', 1.7)) {
    const role = someConcept(writer, 'role');
    const node = writer.node(`${role.slice(role.indexOf('#') + 1, -1)}-${String(actor)}`);
    writer.say(ref('pac:hasInvolvement'), node);
    writer.add(node, rdfType, ref('pac:Involvement'));
    writer.add(node, ref('prov:agent'), thing('actor', actor));
    writer.add(node, ref('prov:hadRole'), role);
    for (const source of pages(writer.random, 0.5)) writer.add(node, ref('dct:source'), source);
    writer.add(node, ref('pac:verificationLevel'), someConcept(writer, 'verification-level'));
  }
}

export function dated(writer: RecordWriter, likely: readonly [start: number, end: number]): void {
  writer.sayOften(likely[0], ref('schema:startDate'), () => date(writer.random));
  writer.sayOften(likely[1], ref('schema:endDate'), () => date(writer.random));
}

/** The catalogue's record of the thing (DCAT 3, section 6.4). */
export function catalogued(writer: RecordWriter): void {
  const record = `<${writer.document}>`;
  const { random } = writer;
  writer.add(record, rdfType, ref('dcat:CatalogRecord'));
  writer.add(record, ref('foaf:primaryTopic'), writer.thing);
  writer.add(record, ref('adms:status'), someConcept(writer, 'record-status'));
  writer.add(record, ref('dct:issued'), day(random));
  writer.add(record, ref('dct:modified'), day(random));
  for (const source of pages(random, 1.2)) writer.add(record, ref('dct:source'), source);
  writer.add(record, ref('pac:verificationLevel'), someConcept(writer, 'verification-level'));
}
