import type { Store } from 'n3';
import type { NamedNode, Term } from '@rdfjs/types';
import { expand } from '../../rdf/prefixes.js';
import { isNamedNode, namedNode } from '../../rdf/terms.js';
import type { RecordName } from '../identifiers.js';
import { labelOf } from '../labels.js';
import type { Register } from '../read.js';
import { pickText, type Language } from '../text.js';
import { dateOf } from '../written-date.js';

export interface Subject {
  readonly name: RecordName;
  readonly record: Store;
  readonly title: string;
  readonly description: string | undefined;
}

/** The classes of schema.org that things of other records are told under. */
const referenceClasses = {
  action: 'Project',
  commons: 'CreativeWork',
  actor: 'Organization',
  event: 'Event',
  resource: 'CreativeWork',
  territory: 'Place',
  theme: 'DefinedTerm',
} as const;

type Referred = keyof typeof referenceClasses;

/** Another record's thing, told by name and address. */
export type Reference<K extends Referred> = {
  [P in K]: { '@type': (typeof referenceClasses)[P]; '@id': string; name: string };
}[K];

/** What a record states of its thing, read for schema.org. Properties are prefixed names. */
export class Stated {
  readonly #thing: NamedNode;

  constructor(
    readonly subject: Subject,
    readonly language: Language,
    readonly register: Register,
  ) {
    this.#thing = namedNode(register.identifiers.thing(subject.name));
  }

  /** What is told of a thing of any class: its IRI is ours, its page here tells of it, `url` is a site of its own. */
  head(site: string) {
    const { name, title, description } = this.subject;
    return {
      '@id': this.#thing.value,
      name: title,
      description,
      url: this.iris(site)[0],
      mainEntityOfPage: this.register.identifiers.document(name),
    };
  }

  values(property: string, of: NamedNode = this.#thing): Term[] {
    return this.subject.record.getObjects(of, namedNode(expand(property)), null);
  }

  iris(property: string): string[] {
    return this.values(property)
      .filter(isNamedNode)
      .map(({ value }) => value);
  }

  /** The texts in the reader's language, or the one that stands in for them. */
  texts(property: string): string[] {
    const terms = this.values(property);
    const own = terms.filter(term => term.termType === 'Literal' && term.language === this.language);
    if (own.length > 0) return own.map(({ value }) => value);
    const other = pickText(terms, this.language);
    return other ? [other.value] : [];
  }

  /** The first value as a date of ISO 8601, of which only times have a zone; what is no date is not told. */
  date(property: string): string | undefined {
    return this.values(property).flatMap(term => dateOf(term)?.plain ?? [])[0];
  }

  /** The things of records of these kinds that the property leads to. */
  async references<K extends Referred>(property: string, ...kinds: readonly K[]): Promise<Reference<K>[]> {
    const found = await Promise.all(this.iris(property).map(iri => this.#reference(iri, kinds)));
    return found.flat();
  }

  async #reference<K extends Referred>(iri: string, kinds: readonly K[]): Promise<Reference<K>[]> {
    const kind = kinds.find(known => known === this.register.identifiers.ofThing(iri)?.kind);
    if (kind === undefined) return [];
    const name = await labelOf(iri, this.language, this.register);
    return [{ '@type': referenceClasses[kind], '@id': iri, name: name?.value ?? iri }];
  }
}
