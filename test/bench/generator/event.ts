import { rdfType, type RecordWriter } from './record-writer.js';
import { dated, located, someConcept, titled } from './shared-parts.js';
import { ref, text } from './terms.js';
import { page } from './values.js';
import { places } from './words.js';

export function event(writer: RecordWriter): void {
  const { random } = writer;
  writer.type('schema:Event', 'm8g:PublicEvent');
  titled(writer);
  dated(writer, [0.99, 0.4]);
  writer.sayOften(0.5, ref('schema:superEvent'), () => someConcept(writer, 'event-series'));
  located(writer);
  writer.sayOften(0.6, ref('foaf:page'), () => page(random));
  writer.refer(ref('schema:organizer'), 'actor', 1.2);
  writer.refer(ref('schema:about'), 'action', 0.9);
  if (random.chance(0.5)) place(writer);
}

function place(writer: RecordWriter): void {
  const node = writer.node('place');
  const name = writer.random.pick(places);
  writer.say(ref('schema:location'), node);
  writer.add(node, rdfType, ref('schema:Place'));
  writer.add(node, ref('schema:name'), text(`Maison de ${name}`, 'fr'));
  writer.add(node, ref('schema:name'), text(`House of ${name}`, 'en'));
}
