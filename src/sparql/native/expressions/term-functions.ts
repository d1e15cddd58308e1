import { randomUUID } from 'node:crypto';
import { isAbsoluteIri } from '../../../rdf/absolute-iri.js';
import { noTerm, type TermId } from '../../../store/dictionary.js';
import { tags } from '../../../store/term-tags.js';
import { isTriple } from '../is-triple.js';
import { drawn, tested, valued, type FunctionContext, type FunctionDefinition } from './functions.js';
import { labelledBlank } from '../labelled-blanks.js';
import type { QueryTerms } from '../query-terms.js';
import { resolveIri } from './resolve-iri.js';
import type { Value } from './value.js';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Datatypes of literals that cannot be told by their text alone. */
const tagged = new Set([`${rdf}langString`, `${rdf}dirLangString`]);
/** RFC 5646 section 2.1, in short. */
const languageTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/** Functions on RDF terms (SPARQL 1.1 Query section 17.4.2, SPARQL 1.2 Query section 17.4.2). */
export const termFunctions: Readonly<Record<string, FunctionDefinition>> = {
  sameterm: tested(2, (a, b) => a.isSame(b)),
  isiri: tested(1, a => a.space === 'iri'),
  isuri: tested(1, a => a.space === 'iri'),
  isblank: tested(1, a => a.space === 'blank'),
  isliteral: tested(1, a => a.isLiteral),
  isnumeric: tested(1, a => a.isNumeric),
  istriple: tested(1, a => a.space === 'triple'),
  triple: valued(3, context => (a, b, c) => toTriple(context, a, b, c)),
  subject: valued(1, context => a => componentOf(context, a, 0)),
  predicate: valued(1, context => a => componentOf(context, a, 1)),
  object: valued(1, context => a => componentOf(context, a, 2)),
  haslang: tested(1, a => a.space === 'lang'),
  haslangdir: tested(1, a => a.isLiteral && a.datatype === `${rdf}dirLangString`),
  str: valued(
    1,
    ({ values }) =>
      a =>
        a.isLiteral || a.space === 'iri' ? values.string(a.text, a.text.length) : undefined,
  ),
  lang: valued(
    1,
    ({ values }) =>
      a =>
        a.isLiteral ? values.string(a.language) : undefined,
  ),
  langdir: valued(
    1,
    ({ values }) =>
      a =>
        a.isLiteral ? values.string(direction(a)) : undefined,
  ),
  datatype: valued(
    1,
    ({ values }) =>
      a =>
        a.isLiteral ? values.iri(a.datatype) : undefined,
  ),
  iri: valued(1, context => a => toIri(context, a)),
  uri: valued(1, context => a => toIri(context, a)),
  strdt: valued(2, ({ values }) => (a, type) => {
    if (a.space !== 'string' || type.space !== 'iri' || tagged.has(type.text)) return undefined;
    return values.literal(a.text, type.text);
  }),
  strlang: valued(2, context => (a, language) => withLanguage(context, a, language, '')),
  strlangdir: valued(3, context => (a, language, side) => {
    if (side?.space !== 'string' || (side.text !== 'ltr' && side.text !== 'rtl')) return undefined;
    return withLanguage(context, a, language, `--${side.text}`);
  }),
  bnode: drawn(
    ({ values }) =>
      () =>
        values.ofId(values.terms.addFreshBlank()),
  ),
  [labelledBlank]: valued(2, ({ values }) => (label, solution) => {
    if (label.space !== 'string') return undefined;
    return values.ofId(blankOf(values.terms, solution.id, label.id));
  }),
  uuid: drawn(
    ({ values }) =>
      () =>
        values.iri(`urn:uuid:${randomUUID()}`),
  ),
  struuid: drawn(
    ({ values }) =>
      () =>
        values.string(randomUUID()),
  ),
};

/** The blank node of a text in a solution, told apart from those of the data. */
function blankOf(terms: QueryTerms, solution: TermId, text: TermId): TermId {
  let label = `${terms.text(solution)}_${text}`;
  for (let known = terms.findText(tags.blank, label); known !== noTerm && known < terms.base;) {
    label += 'x';
    known = terms.findText(tags.blank, label);
  }
  return terms.addText(tags.blank, label);
}

function direction({ terms, tag }: Value): string {
  return terms.tagTable.texts[tag]!.split('--')[1] ?? '';
}

/** What the base and the text together name, if that is an IRI. */
function toIri({ values, baseIRI }: FunctionContext, a: Value): Value | undefined {
  if (a.space === 'iri') return a;
  if (a.space !== 'string') return undefined;
  const iri = resolveIri(a.text, baseIRI);
  return isAbsoluteIri(iri) ? values.iri(iri) : undefined;
}

/** The triple term of three terms, if RDF 1.2 has it (SPARQL 1.2 Query section 17.4.6). */
function toTriple(
  { values }: FunctionContext,
  subject: Value,
  predicate: Value,
  object: Value | undefined,
): Value | undefined {
  if (!object || !isTriple(values.terms, subject.id, predicate.id, object.id)) return undefined;
  return values.triple([subject, predicate, object]);
}

function componentOf({ values }: FunctionContext, a: Value, place: 0 | 1 | 2): Value | undefined {
  return a.space === 'triple' ? values.ofId(values.terms.tripleIds(a.id)[place]!) : undefined;
}

function withLanguage(
  { values }: FunctionContext,
  a: Value,
  language: Value,
  side: string,
): Value | undefined {
  if (a.space !== 'string' || language.space !== 'string' || !languageTag.test(language.text))
    return undefined;
  return values.tagged(values.terms.tagOf(`@${language.text.toLowerCase()}${side}`), a.text);
}
