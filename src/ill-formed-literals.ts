import type { Literal, Term } from '@rdfjs/types';
import type { Logger } from './log.js';
import { isWellFormed } from './register/literal-forms.js';
import { firstTermId } from './store/dictionary.js';
import type { Snapshot } from './store/snapshot.js';

/** How many of them are told one by one. */
const mostTold = 10;

/**
 * Warns of literals that are none of their datatype, such as a 31 June. They are RDF all the same (RDF 1.1 Concepts
 * section 5.4), so that they are kept; but no date and no number is found in them.
 */
export function warnOfIllFormed(snapshot: Snapshot, log: Logger): void {
  const found = illFormed(snapshot);
  if (found.size === 0) return;
  log.warn(
    { count: found.size, examples: placesOf(found, snapshot) },
    'some values are not of their datatype, and are no date or number to anyone',
  );
}

/** Each text once, wherever it stands: only the datatypes of XML Schema say how their texts look. */
function illFormed({ dictionary }: Snapshot): ReadonlySet<string> {
  const { meanings } = dictionary.tagTable;
  const isTyped = meanings.map(({ space }) => space !== 'string' && space !== 'lang');
  const found = new Set<string>();
  for (let id = firstTermId; id < dictionary.count; id += 1) {
    // A text that was read as a number or an instant is well-formed.
    if (isTyped[dictionary.tag(id)] !== true || !Number.isNaN(dictionary.values[id])) continue;
    const term = dictionary.term(id);
    if (term.termType === 'Literal' && !isWellFormed(term)) found.add(keyOf(term));
  }
  return found;
}

function placesOf(found: ReadonlySet<string>, snapshot: Snapshot): object[] {
  const places: object[] = [];
  for (const { subject, predicate, object, graph } of snapshot.quads()) {
    if (!isAmong(found, object)) continue;
    const { value, datatype } = object;
    const place = { subject: subject.value, property: predicate.value, graph: graph.value };
    places.push({ value, datatype: datatype.value, ...place });
    if (places.length === mostTold) break;
  }
  return places;
}

function isAmong(found: ReadonlySet<string>, term: Term): term is Literal {
  return term.termType === 'Literal' && found.has(keyOf(term));
}

function keyOf({ value, datatype }: Literal): string {
  return `${value}^^${datatype.value}`;
}
