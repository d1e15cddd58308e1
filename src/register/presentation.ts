import { Store } from 'n3';
import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { shorten } from '../rdf/prefixes.js';
import { term } from '../rdf/terms.js';
import { pickText, type Language, type Text } from './text.js';

/** How one property is shown: its name and the group it stands in, in every language at hand. */
interface Shown {
  readonly names: readonly Term[];
  readonly groupLabels: readonly Term[];
  readonly position: readonly [group: number, order: number];
}

const last = Number.MAX_SAFE_INTEGER;

/** Names of properties that every RDF description has and no shape constrains. */
const general: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'rdf:type': { fr: 'Classes', en: 'Classes' },
  'rdfs:seeAlso': { fr: 'Voir aussi', en: 'See also' },
};

/** What the shapes say of how properties are named, grouped and ordered (SHACL section 2.3.2). */
export class Presentation {
  readonly #shown = new Map<string, Shown>();

  /**
   * Properties may be named by IRI or by prefixed name.
   * @param shapes property shapes; where two speak of the same path, the first in the order given counts
   */
  constructor(shapes: Iterable<Quad>) {
    const store = new Store([...shapes]);
    for (const { subject, object } of store.getQuads(null, term('sh', 'path'), null, null)) {
      const names = store.getObjects(subject, term('sh', 'name'), null);
      if (this.#shown.has(shorten(object.value)) || names.length === 0) continue;
      const [group] = store.getObjects(subject, term('sh', 'group'), null);
      this.#shown.set(shorten(object.value), {
        names,
        groupLabels: group ? store.getObjects(group, term('rdfs', 'label'), null) : [],
        position: [group ? order(store, group) : last, order(store, subject)],
      });
    }
  }

  /** Name of a property; its prefixed name when no shape names it. */
  label(property: string, language: Language): Text {
    const name = general[shorten(property)]?.[language];
    if (name !== undefined) return { value: name, lang: language };
    return this.knownLabel(property, language) ?? { value: shorten(property) };
  }

  /** Name of a property that a shape names; undefined for anything else. */
  knownLabel(property: string, language: Language): Text | undefined {
    return pickText(this.#shown.get(shorten(property))?.names ?? [], language);
  }

  group(property: string, language: Language): Text | undefined {
    return pickText(this.#shown.get(shorten(property))?.groupLabels ?? [], language);
  }

  /** Sorts properties as the shapes order them; those without a shape come last, by IRI. */
  readonly compare = (a: string, b: string): number => {
    const [groupA, orderA] = this.#shown.get(shorten(a))?.position ?? [last, last];
    const [groupB, orderB] = this.#shown.get(shorten(b))?.position ?? [last, last];
    return groupA - groupB || orderA - orderB || (a < b ? -1 : 1);
  };
}

function order(store: Store, subject: Term): number {
  const [found] = store.getObjects(subject as NamedNode, term('sh', 'order'), null);
  return found ? Number((found as Literal).value) : last;
}
