import { facetsOf, type Facet } from '../../register/facets.js';
import { sorts } from '../../register/criteria.js';
import { mostWords } from '../../register/full-text.js';
import { kinds, type Kind } from '../../register/kinds.js';
import { defaultPageSize } from '../../register/read.js';
import { languages } from '../../register/text.js';
import { listParameters, maxPageSize, maxWords } from '../criteria.js';
import { separatorNames } from '../csv-separator.js';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 uses it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A text in both languages: English for OpenAPI, either for people. */
export type Phrase = Readonly<Record<'fr' | 'en', string>>;

/** A parameter of an operation: what is read, documented and tested is this. */
export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: Phrase;
  readonly schema: Schema;
  readonly example: string;
  readonly required?: boolean;
  /** May be given several times; any of its values will do. */
  readonly repeatable?: boolean;
  /** The facet whose values it takes: which they are is known from the register. */
  readonly facet?: { readonly kind: Kind; readonly facet: Facet };
}

/** What cards can tell besides. */
export const included = ['involvement'] as const;

const query = (name: keyof typeof listParameters, fr: string, rest: Pick<Parameter, 'schema' | 'example'>) =>
  ({ name, in: 'query', description: { fr, en: capitalised(listParameters[name].en) }, ...rest }) as const;

const search = query(
  'q',
  `Mots à chercher, ${maxWords} caractères au plus ; les ${mostWords} premiers mots comptent.`,
  {
    schema: { type: 'string', maxLength: maxWords },
    example: 'adresse',
  },
);

const since = query('since', 'Un jour : seules les notices modifiées ce jour-là ou après.', {
  schema: { type: 'string', format: 'date' },
  example: '2026-01-31',
});

const sort = query('sort', "L'ordre de la liste ; relevance (pertinence) ne vaut qu'avec q.", {
  schema: { type: 'string', enum: [...sorts] },
  example: 'modified',
});

const page = query('page', 'Numéro de la page, à partir de 1.', {
  schema: { type: 'integer', minimum: 1, default: 1 },
  example: '1',
});

const size = query('size', `Notices par page, ${maxPageSize} au plus.`, {
  schema: { type: 'integer', minimum: 1, maximum: maxPageSize, default: defaultPageSize },
  example: '2',
});

const limit = query('limit', `Comme size, ${maxPageSize} au plus.`, {
  schema: { type: 'integer', minimum: 1, maximum: maxPageSize },
  example: '2',
});

const offset = query('offset', 'Nombre de notices qui précèdent, à la place de page.', {
  schema: { type: 'integer', minimum: 0 },
  example: '2',
});

/** Which part of a list is wanted. */
const partParameters = [page, size, limit, offset] as const;

/** The language that texts are wanted in. */
export const language: Parameter = {
  name: 'lang',
  in: 'query',
  description: {
    fr: 'La langue à garder, si plusieurs sont possibles ; un texte sans traduction reste dans la sienne.',
    en: 'The language to keep, where there are several; a text without a translation stays in its own.',
  },
  schema: { type: 'string', enum: [...languages] },
  example: 'fr',
};

const context: Parameter = {
  name: 'context',
  in: 'query',
  description: {
    fr: 'inline met le contexte JSON-LD dans la réponse, au lieu de son adresse.',
    en: 'inline puts the JSON-LD context into the answer instead of its address.',
  },
  schema: { type: 'string', enum: ['inline'] },
  example: 'inline',
};

const include: Parameter = {
  name: 'include',
  in: 'query',
  description: {
    fr: 'involvement ajoute aux notices de la liste qui y prend part, et à quel titre.',
    en: 'involvement adds to the records of the list who takes part in them, and as what.',
  },
  schema: { type: 'string', enum: [...included] },
  example: included[0],
};

/** The format, by one of its names. */
export function formatParameter(names: readonly string[]): Parameter {
  return {
    name: 'format',
    in: 'query',
    description: {
      fr: "Le format de la réponse, au lieu de l'en-tête Accept.",
      en: 'The format of the answer, instead of the Accept header.',
    },
    schema: { type: 'string', enum: [...names] },
    example: names[0] ?? '',
  };
}

/** What items and their parts can be asked in. */
export const itemParameters = [language, context] as const;

/** Which record. */
export const recordParameters: readonly Parameter[] = [
  {
    name: 'kind',
    in: 'path',
    description: { fr: 'Le genre de la notice.', en: 'The kind of record.' },
    schema: { type: 'string', enum: [...kinds] },
    example: 'commons',
    required: true,
  },
  {
    name: 'slug',
    in: 'path',
    description: {
      fr: 'Le nom de la notice dans son adresse.',
      en: 'The name of the record in its address.',
    },
    schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    example: 'openstreetmap',
    required: true,
  },
];

/** What a list of the API takes. */
export function listParametersOf(kind: Kind): readonly Parameter[] {
  return [search, ...facetParameters(kind), since, sort, ...partParameters, include, ...itemParameters];
}

const separator: Parameter = {
  name: 'separator',
  in: 'query',
  description: {
    fr: 'Ce qui sépare les cellules : semicolon pour un tableur qui prend la virgule pour les décimales, comme Excel en français.',
    en: 'What separates the cells: semicolon for a spreadsheet that takes the comma for decimals, as Excel in French does.',
  },
  schema: { type: 'string', enum: [...separatorNames], default: 'comma' },
  example: 'comma',
};

/** What a list in one file takes: it is the whole list, unless a part is asked for. */
export function fileParametersOf(kind: Kind, extension: string): readonly Parameter[] {
  const ofCells = extension === 'csv' ? [separator] : [];
  return [search, ...facetParameters(kind), since, sort, ...partParameters, include, language, ...ofCells];
}

/** What a search over all kinds takes. */
export const searchParameters: readonly Parameter[] = [
  search,
  {
    name: 'kind',
    in: 'query',
    description: {
      fr: 'Un genre de notices ; répétable, les notices de chacun sont cherchées.',
      en: 'A kind of records; may be repeated, the records of each are searched.',
    },
    schema: { type: 'string', enum: [...kinds] },
    example: 'commons',
    repeatable: true,
  },
  ...partParameters,
  include,
  ...itemParameters,
];

function facetParameters(kind: Kind): Parameter[] {
  return Object.entries(facetsOf[kind]).map(([name, facet]) => ({
    name,
    in: 'query',
    description: {
      fr: `${facet.label.fr}, par son nom court${'years' in facet.values ? '' : ' ou son IRI'} ; répétable, une valeur suffit.`,
      en: `${facet.label.en}, by its short name${'years' in facet.values ? '' : ' or its IRI'}; may be repeated, any value will do.`,
    },
    schema: 'years' in facet.values ? { type: 'string', pattern: '^\\d{4}$' } : { type: 'string' },
    example: '',
    repeatable: true,
    facet: { kind, facet },
  }));
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
