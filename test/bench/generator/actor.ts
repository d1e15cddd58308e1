import { thing } from './kinds.js';
import type { RecordWriter } from './record-writer.js';
import { located, someConcept } from './shared-parts.js';
import { plain, ref } from './terms.js';
import { capital, description } from './text.js';
import { page } from './values.js';
import { nouns, places } from './words.js';

export function actor(writer: RecordWriter): void {
  const { random, index } = writer;
  const [fr, en] = random.pick(nouns);
  const place = random.pick(places);
  writer.type('foaf:Organization', random.chance(0.55) ? 'm8g:PublicOrganisation' : 'org:FormalOrganization');
  writer.inBothLanguages(ref('foaf:name'), [
    `${capital(fr)} ${place} ${String(index)}`,
    `${place} ${en} ${String(index)}`,
  ]);
  writer.sayOften(0.3, ref('skos:altLabel'), () =>
    plain(`${place.slice(0, 3).toUpperCase()}${String(index)}`),
  );
  writer.inBothLanguages(ref('dct:description'), description(random));
  writer.say(ref('org:classification'), someConcept(writer, 'actor-type'));
  located(writer);
  writer.sayOften(0.9, ref('foaf:page'), () => page(random));
  if (index > 0 && random.chance(0.25))
    writer.say(ref('org:subOrganizationOf'), thing('actor', random.skewed(index)));
}
