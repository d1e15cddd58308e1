import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Term } from '@rdfjs/types';
import type { Component } from '../pattern.js';
import { Unsupported } from '../unsupported.js';
import type { Place } from './context.js';
import { hasVariable } from '../expressions/variables.js';
import { placeOf } from './graph.js';
import { termText } from './text.js';
import type { Part } from './part.js';
import { PathPart } from './path-part.js';
import { PatternPart } from './pattern-part.js';

/** A triple pattern. */
export function patternPart(pattern: Algebra.Pattern, place: Place): Part {
  const { subject, predicate, object } = pattern;
  return new PatternPart(place.context, {
    subject: componentOf(subject, place),
    predicate: componentOf(predicate, place),
    object: componentOf(object, place),
    graph: placeOf(pattern, place).graph,
    text: [subject, predicate, object].map(termText).join(' '),
  });
}

/** A variable by its slot, a term by its id. */
export function componentOf(term: Term, { scope, context }: Place): Component {
  if (term.termType === 'Variable') return { slot: scope.slot(term.value) };
  // A variable inside a triple term would have to be matched inside the term.
  if (term.termType === 'Quad' && hasVariable(term)) throw new Unsupported('a triple term with variables');
  return { id: context.terms.add(term) };
}

/** A property path that has to be searched along. */
export function pathPart(path: Algebra.Path, place: Place): Part {
  const { subject, predicate, object } = path;
  return new PathPart(place.context, {
    subject: componentOf(subject, place),
    path: predicate,
    object: componentOf(object, place),
    graph: placeOf(path, place).graph,
    text: `${termText(subject)} ${predicate.type} ${termText(object)}`,
  });
}
