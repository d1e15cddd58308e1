import type { Term } from '@rdfjs/types';
import { Problem, type Words } from '../errors.js';
import { toRecordName, type Identifiers } from '../register/identifiers.js';
import type { Language } from '../register/text.js';
import { inlineTerms } from '../sparql/inline-terms.js';
import { parameterTypes, toTerm } from '../sparql/parameter-types.js';
import { bareText, type QueryFile, type QueryParameter } from '../sparql/query-file.js';
import { repeated, wrongValue } from './refusals.js';

/** What stands in for what a URL leaves out. */
export interface Reader {
  readonly language: Language;
  readonly identifiers: Identifiers;
  /** ISO 8601. */
  readonly today: string;
}

/** The values of a query's parameters: as people write them, and as terms to bind. */
export interface Arguments {
  readonly values: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, Term>>;
}

/** Parameters of the address itself, whatever the query. */
const general = ['lang', 'format', 'explain', 'separator'];

/**
 * Reads the parameters of a stored query from a URL; what is left out takes its default, the language the reader's.
 * Others are passed over, as by all pages.
 * @throws Problem `bad-request` naming the parameter that is missing, repeated or not of its type; in place of one that is
 * missing, one that is unknown
 */
export function readArguments(query: QueryFile, url: URLSearchParams, reader: Reader): Arguments {
  const parameters = Object.entries(query.header.parameters);
  const known = [...new Set([...parameters.map(([name]) => name), ...general])];
  for (const name of known) if (url.getAll(name).length > 1) throw repeated(name);
  // What a client adds to every address does no harm; where something is missing, it may be what was meant.
  const misspelt = [...url.keys()].find(name => !known.includes(name));
  if (!['fr', 'en', null].includes(url.get('lang'))) throw wrongValue('lang', parameterTypes.language.takes);
  const read = parameters.map(([name, parameter]) => {
    const value = url.get(name) ?? standIn(parameter, reader);
    if (value === undefined)
      throw misspelt === undefined
        ? missing(name, parameterTypes[parameter.type].takes)
        : unknown(misspelt, known.join(', '));
    const written = parameter.type === 'iri' ? recordPath(value, reader.identifiers) : value;
    const term = toTerm(parameter.type, toIri(written, parameter, reader.identifiers));
    if (!term) throw wrongValue(name, parameterTypes[parameter.type].takes);
    return { name, written, term };
  });
  return {
    values: Object.fromEntries(read.map(({ name, written }) => [name, written])),
    terms: Object.fromEntries(read.map(({ name, term }) => [name, term])),
  };
}

/** The query as people can run and change it, with the values in the place of its parameters. */
export function sparqlText(query: QueryFile, { terms }: Arguments): string {
  return inlineTerms(bareText(query), terms);
}

function standIn({ type, default: value }: QueryParameter, { language, today }: Reader): string | undefined {
  if (type === 'language') return language;
  return type === 'date' && value === 'today' ? today : value;
}

/** People give a record by its path, by the address of its page or by the IRI of the thing: the path stands for all. */
function recordPath(value: string, identifiers: Identifiers): string {
  const record = identifiers.ofThing(value) ?? identifiers.ofDocument(value);
  return record ? identifiers.path(record) : value;
}

function toIri(value: string, { type }: QueryParameter, identifiers: Identifiers): string {
  const record = type === 'iri' ? toRecordName(value) : undefined;
  return record ? identifiers.thing(record) : value;
}

function missing(parameter: string, takes: Words): Problem {
  return new Problem(
    'bad-request',
    {
      en: `The parameter "${parameter}" is missing. It takes ${takes.en}.`,
      fr: `Le paramètre «\u00a0${parameter}\u00a0» manque. Il attend ${takes.fr}.`,
    },
    { parameter },
  );
}

function unknown(parameter: string, known: string): Problem {
  return new Problem(
    'bad-request',
    {
      en: `There is no parameter "${parameter}" here. Known: ${known}.`,
      fr: `Il n'y a pas de paramètre «\u00a0${parameter}\u00a0» ici. Connus : ${known}.`,
    },
    { parameter },
  );
}
