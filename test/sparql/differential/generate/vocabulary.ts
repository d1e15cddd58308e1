import type { Literal, NamedNode, Term, Variable } from '@rdfjs/types';
import { blankNode, literal, namedNode, variable } from '../../../../src/rdf/terms.js';

const xsdNamespace = 'http://www.w3.org/2001/XMLSchema#';
const namespace = 'http://e/';

export const name = (local: string): NamedNode => namedNode(namespace + local);
export const xsd = (local: string): NamedNode => namedNode(xsdNamespace + local);
export const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** A blank node of a pattern that stands there once: `[]`. */
export const anonymous = blankNode('anonymous');

/** Few IRIs, so that generated patterns meet generated data. */
export const things = ['a', 'b', 'c', 'd', 'e', 'f'].map(name);
export const classes = ['C', 'D', 'E'].map(name);
export const graphNames = ['g1', 'g2', 'g3'].map(name);
/** Between things. */
export const links = ['knows', 'part'].map(name);
/** To literals of one kind; `any` leads to all kinds. */
export const properties = {
  size: name('size'),
  label: name('label'),
  when: name('when'),
  any: name('any'),
} as const;
export const predicates = [type, ...links, ...Object.values(properties)];

const typed = (kind: string, ...values: string[]): Literal[] =>
  values.map(value => literal(value, xsd(kind)));

/** Values by kind, in the lexical forms that an engine writes which keeps values only. */
export const values = {
  numbers: [
    ...typed('integer', '0', '1', '2', '3', '10', '-1'),
    ...typed('decimal', '1.5', '2.5', '0.1'),
    ...typed('double', '0.25', '-2.5', '1000'),
  ],
  texts: [
    ...['one', 'two', 'One', 'été', 'b c', ''].map(value => literal(value)),
    ...['one', 'two'].map(value => literal(value, 'en')),
    ...['un', 'one', 'été'].map(value => literal(value, 'fr')),
    literal('one', 'en-gb'),
  ],
  times: typed(
    'dateTime',
    '2024-01-01T00:00:00Z',
    '2024-01-01T02:00:00+02:00',
    '2024-06-01T12:00:00Z',
    '2024-06-01T12:00:00',
    '2023-12-31T23:30:00',
    '2025-02-28T08:15:30Z',
  ),
  odd: [
    ...typed('boolean', 'true', 'false'),
    ...typed('date', '2024-01-01', '2024-06-01'),
    ...typed('integer', 'x'),
    ...typed('dateTime', 'y'),
    literal('1', name('unit')),
    literal('2', name('unit')),
  ],
};

/** Forms that differ from the canonical ones: equal by value to others, and other terms all the same. */
export const otherForms = {
  numbers: [
    ...typed('integer', '01', '+2', '-0'),
    ...typed('decimal', '1.50', '2.0', '3.'),
    ...typed('double', '1.5E0', '2.0E0', '1e1', 'INF', '-INF', 'NaN'),
    ...typed('float', '1.5', '0.1'),
    ...typed('int', '2'),
    ...typed('nonNegativeInteger', '3'),
  ],
  texts: [literal('one', 'en-GB'), literal('two', 'EN')],
  times: typed('dateTime', '2024-01-01T00:00:00.0Z', '2024-06-01T12:00:00+00:00', '2024-12-31T24:00:00Z'),
  odd: typed('boolean', '1', '0'),
};

const isOther = new Set(Object.values(otherForms).flat().map(keyOf));

function keyOf({ value, language, datatype }: Literal): string {
  return [value, language, datatype.value].join('\n');
}

/** Whether a term is a literal that an engine which keeps values only gives back in another form. */
export function hasOtherForm(term: Term): boolean {
  return term.termType === 'Literal' && isOther.has(keyOf(term));
}

const byKind = (names: string): Variable[] => [...names].map(letter => variable(letter));

/** Variables by what they are bound to; those of a kind are shared, so that patterns join. */
export const variables = {
  things: byKind('stu'),
  classes: byKind('c'),
  predicates: byKind('pq'),
  numbers: byKind('nm'),
  texts: byKind('l'),
  times: byKind('d'),
  any: byKind('vw'),
  graphs: byKind('g'),
  computed: byKind('xyz'),
};
