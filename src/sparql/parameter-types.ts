import type { Term } from '@rdfjs/types';
import { z } from 'zod';
import type { Words } from '../errors.js';
import { isAbsoluteIri } from '../rdf/absolute-iri.js';
import { literal, namedNode, term } from '../rdf/terms.js';

interface ParameterType {
  /** What the parameter takes, for messages. */
  readonly takes: Words;
  readonly text: z.ZodType<string>;
  readonly toTerm: (text: string) => Term;
}

/** The longest text that a parameter takes, in characters. */
const longest = 200;

/** The types that a parameter of a stored query may have, and the RDF term that each makes of a text. */
const types = {
  iri: {
    takes: {
      en: 'an absolute IRI, or a record of this register such as commons/openstreetmap',
      fr: 'une IRI absolue, ou une notice de ce registre telle que commons/openstreetmap',
    },
    text: z.string().max(2_000).refine(isAbsoluteIri),
    toTerm: text => namedNode(text),
  },
  text: {
    takes: {
      en: `a text of 1 to ${longest} characters`,
      fr: `un texte de 1 à ${longest} caractères`,
    },
    text: z.string().min(1).max(longest),
    toTerm: text => literal(text),
  },
  integer: {
    takes: { en: 'a whole number of at most nine digits', fr: 'un nombre entier de neuf chiffres au plus' },
    text: z.string().regex(/^-?\d{1,9}$/),
    toTerm: text => literal(text, term('xsd', 'integer')),
  },
  date: {
    takes: { en: 'a day, such as 2026-01-31', fr: 'un jour, tel que 2026-01-31' },
    text: z.iso.date(),
    toTerm: text => literal(text, term('xsd', 'date')),
  },
  language: {
    takes: { en: 'fr or en', fr: 'fr ou en' },
    text: z.enum(['fr', 'en']),
    toTerm: text => literal(text),
  },
} as const satisfies Record<string, ParameterType>;

export type ParameterTypeName = keyof typeof types;

export const parameterTypes: Readonly<Record<ParameterTypeName, ParameterType>> = types;
export const parameterTypeNames = Object.keys(types) as readonly ParameterTypeName[];

/** The term that a text stands for; undefined when it is not of the type. */
export function toTerm(type: ParameterTypeName, text: string): Term | undefined {
  return types[type].text.safeParse(text).success ? types[type].toTerm(text) : undefined;
}
