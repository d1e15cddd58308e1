import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Quad } from '@rdfjs/types';
import { quad } from '../../rdf/terms.js';
import { noTerm, type TermId } from '../../store/dictionary.js';
import { tags } from '../../store/term-tags.js';
import type { Snapshot } from '../../store/snapshot.js';
import type { Plan } from './plan-query.js';
import { inTurns } from './turn.js';

type Planner = (input: Algebra.Operation, names: readonly string[]) => Plan;

/**
 * Concise bounded description of resources: their triples, and those of the blank nodes that these lead to (W3C
 * Submission CBD, 2005). Which triples a description holds is the server's to say (SPARQL 1.1 Query section 16.4).
 */
export async function* described(
  { input, terms }: Algebra.Describe,
  plan: Planner,
  snapshot: Snapshot,
  signal?: AbortSignal,
): AsyncIterable<Quad> {
  const names = terms.flatMap(term => (term.termType === 'Variable' ? [term.value] : []));
  const planned = plan(input, names);
  const seen = new Set<TermId>();
  const waiting: TermId[] = [];
  const add = (id: TermId) => {
    if (id === noTerm || seen.has(id)) return;
    seen.add(id);
    waiting.push(id);
  };
  for (const term of terms) if (term.termType === 'NamedNode') add(snapshot.dictionary.find(term));
  if (names.length > 0)
    for await (const { length, columns } of inTurns(planned.solutions(), signal))
      for (const { slot } of planned.variables)
        for (let row = 0; row < length; row += 1) add(columns[slot]![row]!);
  const cursor = snapshot.cursor(1);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    cursor.seek(id, noTerm, noTerm);
    for (let at = cursor.low; at < cursor.high; at += 1) {
      const object = cursor.o![at]!;
      yield triple(snapshot, [id, cursor.p![at]!, object]);
      if (snapshot.dictionary.tag(object) === tags.blank) add(object);
    }
  }
}

function triple({ dictionary }: Snapshot, ids: readonly TermId[]): Quad {
  const [subject, predicate, object] = ids.map(id => dictionary.term(id));
  return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
}
