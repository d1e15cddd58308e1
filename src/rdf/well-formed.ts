import type { BaseQuad, Quad, Term } from '@rdfjs/types';
import { blankNode, quad } from './terms.js';

/** An absolute IRI as Turtle and N-Triples can write it (RDF 1.1 N-Triples section 7, production IRIREF). */
const iriPattern = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\\p{Surrogate}]*$/u;

/** A language tag (RDF 1.1 N-Triples section 7, production LANGTAG). */
const languagePattern = /^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/;

/** Half of a surrogate pair is no character, and no encoding can write it (RDF 1.1 Concepts section 3.3). */
const halfCharacter = /\p{Surrogate}/u;

/**
 * What keeps a quad from being RDF that every format can write, in words; undefined when nothing does. Some parsers,
 * and functions of SPARQL such as IRI() and STRLANG(), make terms out of any text: written as they are, they would
 * end their own brackets and be read back as other statements.
 */
export function faultOf({ subject, predicate, object, graph }: BaseQuad): string | undefined {
  for (const term of [subject, predicate, object, graph]) {
    const fault = faultOfTerm(term);
    if (fault) return fault;
  }
  return undefined;
}

/** As `faultOf`, for one term. */
export function faultOfTerm(term: Term): string | undefined {
  switch (term.termType) {
    case 'NamedNode':
      return iriPattern.test(term.value) ? undefined : `"${term.value}" is not an absolute IRI.`;
    case 'Literal':
      return faultOfLiteral(term.value, term.language) ?? faultOfTerm(term.datatype);
    case 'Quad':
      return faultOf(term);
    default:
      return undefined;
  }
}

function faultOfLiteral(value: string, language: string): string | undefined {
  if (halfCharacter.test(value)) return `The text "${value}" has half a character in it.`;
  if (language && !languagePattern.test(language)) return `"${language}" is not a language tag.`;
  return undefined;
}

const plainLabel = /^[A-Za-z_](?:[\w.-]*[\w-])?$/;

/** A blank node's label in letters that every format can write; SPARQL's BNODE() makes labels out of any text. */
export function blankLabel(label: string): string {
  return plainLabel.test(label) ? label : `x${Buffer.from(label).toString('hex')}`;
}

/** The same triple, its blank nodes labelled so that every format can write them; its graph is left out. */
export function withPlainLabels({ subject, predicate, object }: Quad): Quad {
  return quad(plain(subject) as Quad['subject'], predicate, plain(object) as Quad['object']);
}

function plain(term: Term): Term {
  if (term.termType === 'BlankNode') return blankNode(blankLabel(term.value));
  return term.termType === 'Quad' ? withPlainLabels(term as Quad) : term;
}
