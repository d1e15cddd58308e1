import { isNamedNode, literal, namedNode } from '../rdf/terms.js';
import type { Literal } from '@rdfjs/types';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** What a stored term is, but for its text: an IRI, a blank node, a triple term, or a literal's datatype or language. */
export type Tag = number;

/** The tags that every dictionary has from the start. */
export const tags = { iri: 0, blank: 1, triple: 2, string: 3 } as const;

/** How literals of a datatype compare (SPARQL 1.1 Query section 17.3); `other` stands for all the rest. */
export type ValueSpace =
  'integer' | 'decimal' | 'float' | 'double' | 'boolean' | 'dateTime' | 'date' | 'string' | 'lang' | 'other';

/** Datatypes derived from xsd:integer (XML Schema 1.1 Part 2 section 3.4). */
const integerTypes = [
  'integer',
  'nonPositiveInteger',
  'negativeInteger',
  'nonNegativeInteger',
  'positiveInteger',
  'long',
  'int',
  'short',
  'byte',
  'unsignedLong',
  'unsignedInt',
  'unsignedShort',
  'unsignedByte',
];

const spaces = new Map<string, ValueSpace>([
  ...integerTypes.map(name => [xsd + name, 'integer'] as const),
  ...(['decimal', 'float', 'double', 'boolean', 'dateTime', 'date', 'string'] as const).map(
    name => [xsd + name, name] as const,
  ),
]);

/** What a tag stands for, once for all the literals that carry it. */
export interface TagMeaning {
  readonly space: ValueSpace;
  /** IRI of the datatype; of no use for tags that are not of literals. */
  readonly datatype: string;
  readonly language: string;
  /** Makes the literal of a lexical form. */
  readonly make: (lexical: string) => Literal;
}

/** The text that a tag is found by: `^` and a datatype's IRI, or `@` and a language with its direction. */
export function tagText({ language, direction, datatype }: Literal): string {
  return language ? `@${language}${direction ? `--${direction}` : ''}` : `^${datatype.value}`;
}

/** What a tag's text stands for. */
function meaningOf(text: string): TagMeaning {
  const value = text.slice(1);
  if (text.startsWith('^')) {
    const datatype = namedNode(value);
    const space = spaces.get(value) ?? 'other';
    return { space, datatype: value, language: '', make: lexical => literal(lexical, datatype) };
  }
  const [language = '', direction] = value.split('--');
  const tagged = direction ? { language, direction: direction as 'ltr' | 'rtl' } : language;
  const make = (lexical: string) => literal(lexical, tagged as string);
  const { datatype } = make('');
  return { space: 'lang', datatype: isNamedNode(datatype) ? datatype.value : '', language, make };
}

/** Tags by number and by text. Tags are only ever added, so that an older reader's numbers stay true. */
export class TagTable {
  readonly texts: string[] = [];
  readonly meanings: TagMeaning[] = [];
  readonly #numbers = new Map<string, Tag>();

  constructor(texts: readonly string[] = ['<iri', '_blank', '<<triple', `^${xsd}string`]) {
    for (const text of texts) this.add(text);
  }

  /** The same tags, to which others can be added. */
  copy(): TagTable {
    const table = new TagTable([]);
    this.texts.forEach((text, tag) => {
      table.texts.push(text);
      table.meanings.push(this.meanings[tag]!);
      table.#numbers.set(text, tag);
    });
    return table;
  }

  /** The number of a tag, which is made when it is new. */
  add(text: string): Tag {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.meanings.push(meaningOf(text));
    this.#numbers.set(text, number);
    return number;
  }

  /** The number of a tag, or undefined when no term has it. */
  find(text: string): Tag | undefined {
    return this.#numbers.get(text);
  }
}
