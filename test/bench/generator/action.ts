import { thing } from './kinds.js';
import { rdfType, type RecordWriter } from './record-writer.js';
import { dated, involved, located, someConcept, themed, titled } from './shared-parts.js';
import { ref } from './terms.js';
import { description } from './text.js';
import { page } from './values.js';

export function action(writer: RecordWriter): void {
  const { random } = writer;
  writer.type('pac:PublicAction');
  titled(writer);
  writer.say(ref('pac:actionType'), someConcept(writer, 'action-type'));
  writer.say(ref('adms:status'), someConcept(writer, 'action-status'));
  dated(writer, [0.82, 0.3]);
  themed(writer);
  located(writer);
  writer.sayOften(0.65, ref('dcat:landingPage'), () => page(random));
  writer.refer(ref('pac:concernsCommons'), 'commons', 1.2);
  writer.refer(ref('pac:addressesNeed'), 'need', 0.9);
  writer.sayOften(0.4, ref('pac:fundingMode'), () => someConcept(writer, 'funding-mode'));
  involved(writer);
  succeeds(writer);
  linked(writer);
}

/** Most successions are of a recent action, so that chains of them get long; they never turn back. */
function succeeds(writer: RecordWriter): void {
  if (writer.index === 0 || !writer.random.chance(0.25)) return;
  const before = writer.index - 1 - writer.random.below(Math.min(5, writer.index));
  writer.say(ref('pac:succeeds'), thing('action', before));
}

/** Other links may form cycles. */
function linked(writer: RecordWriter): void {
  for (const other of writer.others('action', 0.3)) {
    const predicate = writer.random.pick(linkProperties);
    writer.say(ref(`pac:${predicate.property}`), thing('action', other));
    const node = writer.node(`${predicate.role}-${String(other)}`);
    writer.say(ref('dcat:qualifiedRelation'), node);
    writer.add(node, rdfType, ref('pac:ActionLink'));
    writer.add(node, ref('dct:relation'), thing('action', other));
    writer.add(
      node,
      ref('dcat:hadRole'),
      `<https://w3id.org/communaux/vocabulary/link-role#${predicate.role}>`,
    );
    const [fr, en] = description(writer.random);
    writer.add(node, ref('dct:description'), `"${fr}"@fr`);
    writer.add(node, ref('dct:description'), `"${en.replaceAll('"', '\\"')}"@en`);
  }
}

const linkProperties = [
  { property: 'complements', role: 'complements' },
  { property: 'reinforces', role: 'reinforces' },
  { property: 'dependsOn', role: 'depends-on' },
  { property: 'coordinatedWith', role: 'coordinated-with' },
] as const;
