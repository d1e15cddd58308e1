import type { Quad } from '@rdfjs/types';
import { expand, shorten } from '../../src/rdf/prefixes.js';
import type { Identifiers, RecordName } from '../../src/register/identifiers.js';
import { incomingNames } from '../../src/register/incoming-names.js';
import type { Language } from '../../src/register/text.js';
import type { Names } from './names.js';

const hadRole = expand('prov:hadRole');
const relation = expand('dct:relation');

/** What records say of things that are not their own, by thing. */
export class ToldOf {
  readonly #statements = new Map<string, Quad[]>();
  readonly #roles = new Map<string, string>();

  /** @param quads all that records state, without what follows from it */
  constructor(
    quads: Iterable<Quad>,
    private readonly identifiers: Identifiers,
  ) {
    for (const quad of quads) {
      const { subject, predicate, object } = quad;
      if (predicate.value === hadRole) this.#roles.set(subject.value, object.value);
      const known = this.#statements.get(object.value) ?? [];
      this.#statements.set(object.value, known);
      known.push(quad);
    }
  }

  /** The facts that a page must state from other records, as `factsOfPage` writes them. */
  facts(record: RecordName, lang: Language, names: Names): string[] {
    const { identifiers } = this;
    const document = identifiers.document(record);
    const told = this.#statements.get(identifiers.thing(record)) ?? [];
    const facts = told.flatMap(({ subject, predicate, graph }) => {
      const by = identifiers.ofThing(subject.value) ?? identifiers.ofDocument(subject.value);
      // A link between actions is told by its shortcut, the property of the same name.
      const isLink = predicate.value === relation && subject.value.includes('#');
      if (!by || isLink || graph.value === document) return [];
      const role = this.#roles.get(subject.value);
      const name = shorten(predicate.value);
      const label = role === undefined ? incomingNames[name]?.[lang] : names.of(role);
      return [`${label ?? name}: ${identifiers.thing(by)}`];
    });
    return facts;
  }
}
