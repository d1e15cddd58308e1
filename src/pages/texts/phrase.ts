import type { Language } from '../../register/text.js';

/** A text of the interface, in each language of the pages. `{name}` stands for a value given when it is said. */
export type Phrase = Readonly<Record<Language, string>>;

/** The forms a text takes after a number: `one` and `other` of CLDR, enough for French and English. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/** A text that counts: `{n}` is the number, written as the language writes it. */
export type CountedPhrase = Readonly<Record<Language, Forms>>;
