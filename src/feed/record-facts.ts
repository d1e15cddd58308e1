import { Store } from 'n3';
import type { Quad, Term } from '@rdfjs/types';
import { expand } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { Entry } from '../register/entries.js';
import { inTurn } from '../register/in-turn.js';
import type { Register } from '../register/read.js';
import { pickText, type Language } from '../register/text.js';
import { dateOf, type WrittenDate } from '../register/written-date.js';

/** What one record says, property by property; properties are named as `dct:title`. */
export class RecordFacts {
  readonly #quads: Store;
  readonly thing: string;
  readonly document: string;

  constructor(
    readonly entry: Entry,
    quads: readonly Quad[],
    { identifiers }: Register,
  ) {
    this.#quads = new Store([...quads]);
    this.thing = identifiers.thing(entry);
    this.document = identifiers.document(entry);
  }

  /** Values of a property of the thing, or of another subject of the record. */
  terms(property: string, subject = this.thing): Term[] {
    return this.#quads.getObjects(namedNode(subject), namedNode(expand(property)), null);
  }

  values(property: string, subject = this.thing): string[] {
    return this.terms(property, subject).map(({ value }) => value);
  }

  value(property: string, subject = this.thing): string | undefined {
    return this.values(property, subject)[0];
  }

  /** The first value that is a date. */
  date(property: string, subject = this.thing): WrittenDate | undefined {
    return this.terms(property, subject)
      .map(dateOf)
      .find(date => date !== undefined);
  }

  /** The text for a reader of the language, by the house's fallback. */
  text(properties: readonly string[], language: Language, subject = this.thing): string | undefined {
    const terms = properties.map(property => this.terms(property, subject)).find(({ length }) => length > 0);
    return pickText(terms ?? [], language)?.value;
  }

  /** The texts that are in the language, and no other. */
  textsIn(property: string, language: Language, subject = this.thing): string[] {
    return this.terms(property, subject)
      .filter(term => term.termType === 'Literal' && term.language.toLowerCase().startsWith(language))
      .map(({ value }) => value);
  }
}

/** The facts of the entries, in their order. */
export function factsOf(entries: readonly Entry[], register: Register): Promise<RecordFacts[]> {
  return inTurn(entries, async entry => {
    const quads = await register.document(register.identifiers.document(entry));
    return new RecordFacts(entry, quads ?? [], register);
  });
}
