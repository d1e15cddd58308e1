import type { RdfFormatId } from '../../../src/rdf/formats.js';
import type { Outcome } from './outcome.js';

/** One reading of a text by both. */
export interface Reading {
  readonly text: string;
  readonly format: RdfFormatId;
  readonly ours: Outcome;
  readonly theirs: Outcome;
}

/** Why the two may differ, each with what rules; everything else is a fault. */
export const explanations: Readonly<Record<string, (reading: Reading) => boolean>> = {
  /** JSON-LD 1.1 API section 8.1 drops such statements; here nothing is lost in silence. */
  'Oxigraph drops statements of JSON-LD with what is no IRI or language tag, and they are refused here': ({
    format,
    ours,
    theirs,
  }) =>
    format === 'jsonld' &&
    typeof ours === 'string' &&
    typeof theirs !== 'string' &&
    /is not an? (?:absolute IRI|language tag)/.test(ours),
  /** RDF 1.1 XML Syntax section 7.2.20: it is read as a literal. */
  'Oxigraph drops a property with an rdf:parseType that it does not know': ({ text }) =>
    text.includes('rdf:parseType="x"'),
  /** RDF 1.1 TriG, production labelOrSubject: an ANON may name a graph. */
  'Oxigraph refuses a graph named by []': ({ text, format, theirs }) =>
    format === 'trig' && /\[\] \{/.test(text) && typeof theirs === 'string',
  /** JSON-LD 1.1 API section 8.6.2: a number without a fraction is an integer below 10^21. */
  'Oxigraph makes a double of a long integer': ({ text }) => text.includes('100000000000000000000'),
  /** JSON-LD 1.1 API section 5.1.2: a key that no context maps is dropped with its value. */
  'Oxigraph keeps the list of a property that it drops': ({ text, ours, theirs }) =>
    text.includes('"@list"') && typeof ours !== 'string' && ours.length < theirs.length,
  /** JSON-LD 1.1 API section 5.1.2: the members of the set are the members of the list. */
  'Oxigraph makes no list of a set in a list container': ({ text }) =>
    text.includes('"@set"') && text.includes('"@container":"@list"'),
};
