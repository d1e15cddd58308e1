import type { Literal, Quad } from '@rdfjs/types';
import { expand } from '../../src/rdf/prefixes.js';
import type { Language } from '../../src/register/text.js';

const naming = ['dct:title', 'foaf:name', 'skos:prefLabel', 'rdfs:label'].map(expand);
const defining = expand('skos:definition');

/** What everything in the store is called in one language. */
export class Names {
  readonly #names = new Map<string, Literal[]>();
  readonly #definitions = new Map<string, Literal[]>();

  constructor(
    quads: Iterable<Quad>,
    private readonly lang: Language,
  ) {
    for (const { subject, predicate, object } of quads) {
      const index = predicate.value === defining ? this.#definitions : this.#names;
      const isWanted = predicate.value === defining || naming.includes(predicate.value);
      if (!isWanted || object.termType !== 'Literal') continue;
      index.set(subject.value, [...(index.get(subject.value) ?? []), object]);
    }
  }

  /** Its name in the language of the names. */
  of(iri: string): string {
    return this.#in(this.#names.get(iri));
  }

  definitionOf(iri: string): string {
    return this.#in(this.#definitions.get(iri));
  }

  /** Whether the store gives it this name; whether the name is its IRI, shortened, where the store knows none. */
  isCalled(iri: string, name: string): boolean {
    const known = this.#names.get(iri) ?? [];
    if (known.length === 0) return expand(name) === iri || name.split('…').every(part => iri.includes(part));
    const own = known.filter(({ language }) => language === this.lang);
    if (own.length > 0) return own.some(({ value }) => value === name);
    return known.some(({ value, language }) => name === (language ? `${value} (${language})` : value));
  }

  #in(literals: readonly Literal[] = []): string {
    return literals.find(({ language }) => language === this.lang)?.value ?? '';
  }
}
