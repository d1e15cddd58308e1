import type { Term } from '@rdfjs/types';
import { z } from 'zod';
import { isAbsoluteIri } from '../rdf/absolute-iri.js';
import { literal, namedNode, term } from '../rdf/terms.js';

interface ParameterType {
  /** What the parameter takes, for messages. */
  readonly takes: string;
  readonly text: z.ZodType<string>;
  readonly toTerm: (text: string) => Term;
}

/** The longest text that a parameter takes, in characters. */
const longest = 200;

/** The types that a parameter of a stored query may have, and the RDF term that each makes of a text. */
const types = {
  iri: {
    takes: 'an absolute IRI, or a record of this register such as commons/openstreetmap',
    text: z.string().max(2_000).refine(isAbsoluteIri),
    toTerm: text => namedNode(text),
  },
  text: {
    takes: `a text of 1 to ${longest} characters`,
    text: z.string().min(1).max(longest),
    toTerm: text => literal(text),
  },
  integer: {
    takes: 'a whole number of at most nine digits',
    text: z.string().regex(/^-?\d{1,9}$/),
    toTerm: text => literal(text, term('xsd', 'integer')),
  },
  date: {
    takes: 'a day, such as 2026-01-31',
    text: z.iso.date(),
    toTerm: text => literal(text, term('xsd', 'date')),
  },
  language: {
    takes: 'fr or en',
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
