import type { RecordWriter } from './record-writer.js';
import { involved, located, someConcept, themed, titled } from './shared-parts.js';
import { ref, text } from './terms.js';
import { date, page } from './values.js';
import { nouns } from './words.js';

const licences = ['AGPL-3.0-only', 'MIT', 'EUPL-1.2', 'ODbL-1.0', 'etalab-2.0', 'CC-BY-4.0', 'Apache-2.0'];

export function commons(writer: RecordWriter): void {
  const { random } = writer;
  writer.type('pac:DigitalCommons', random.chance(0.5) ? 'schema:SoftwareSourceCode' : 'dcat:Dataset');
  titled(writer);
  writer.say(ref('pac:commonsKind'), someConcept(writer, 'commons-kind'));
  writer.sayOften(0.5, ref('dct:created'), () => date(random));
  themed(writer);
  const keywords = new Set(Array.from({ length: random.times(1) }, () => random.pick(nouns)[0]));
  for (const keyword of keywords) writer.say(ref('dcat:keyword'), text(keyword, 'fr'));
  located(writer);
  writer.sayOften(0.8, ref('dcat:landingPage'), () => page(random));
  writer.sayOften(0.7, ref('schema:codeRepository'), () => page(random));
  writer.sayOften(0.7, ref('dct:license'), () => licence(licences[random.skewed(licences.length)] ?? 'MIT'));
  involved(writer);
}

function licence(name: string): string {
  return `<https://spdx.org/licenses/${name}>`;
}
