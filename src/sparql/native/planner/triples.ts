import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { BaseQuad, Term } from '@rdfjs/types';
import type { TriplePattern } from '../match-triple.js';
import type { Component } from '../pattern.js';
import type { Place } from './context.js';
import { hasVariable } from '../expressions/variables.js';
import { placeOf } from './graph.js';
import { termText } from './text.js';
import type { Part } from './part.js';
import { PathPart } from './path-part.js';
import { PatternPart } from './pattern-part.js';
import { TripleTermPart } from './triple-term-part.js';

/** A triple pattern. */
export function patternPart(pattern: Algebra.Pattern, place: Place): Part {
  const inner: TriplePattern[] = [];
  const [subject, predicate, object] = componentsOf(pattern, place, inner);
  const { graph } = placeOf(pattern, place);
  const whole = new PatternPart(place.context, { subject, predicate, object, graph, text: textOf(pattern) });
  return matching(inner, whole, place);
}

/** A property path that has to be searched along. */
export function pathPart(path: Algebra.Path, place: Place): Part {
  const inner: TriplePattern[] = [];
  const { subject, predicate, object } = path;
  const whole = new PathPart(place.context, {
    subject: componentOf(subject, place, inner),
    path: predicate,
    object: componentOf(object, place, inner),
    graph: placeOf(path, place).graph,
    text: `${termText(subject)} ${predicate.type} ${termText(object)}`,
  });
  return matching(inner, whole, place);
}

function matching(inner: readonly TriplePattern[], whole: Part, { context }: Place): Part {
  return inner.length === 0 ? whole : new TripleTermPart(context, whole, inner);
}

function componentsOf(triple: BaseQuad, place: Place, inner: TriplePattern[]): TriplePattern['components'] {
  const component = (term: Term) => componentOf(term, place, inner);
  return [component(triple.subject), component(triple.predicate), component(triple.object)];
}

/**
 * A variable by its slot, a term by its id; a triple term with variables by a hidden slot.
 * @param inner where the triple terms with variables are put, those inside them after them
 */
function componentOf(term: Term, place: Place, inner: TriplePattern[]): Component {
  const { scope, context } = place;
  if (term.termType === 'Variable') return { slot: scope.slot(term.value) };
  if (term.termType !== 'Quad' || !hasVariable(term)) return { id: context.terms.add(term) };
  const slot = context.slots.hidden();
  const nested: TriplePattern[] = [];
  inner.push({ slot, components: componentsOf(term, place, nested), text: textOf(term) }, ...nested);
  return { slot };
}

function textOf({ subject, predicate, object }: BaseQuad): string {
  return [subject, predicate, object].map(termText).join(' ');
}
