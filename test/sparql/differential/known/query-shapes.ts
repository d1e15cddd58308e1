import type { Term } from '@rdfjs/types';
import { aggregatesOf, argumentKind } from './aggregated.js';
import { partsOf, variablesIn, within, type Part } from '../generate/features.js';
import type { Aggregate, Element, Path, Query, Triple } from '../generate/query-tree.js';
import { certainIn } from './certain.js';
import { inScope } from '../generate/scope.js';

export function aggregated(
  query: Query,
  names: readonly Aggregate['aggregate'][],
  matches: (kind: string) => boolean,
): boolean {
  return aggregatesOf(query, names).some(({ aggregate }) => matches(argumentKind(aggregate)));
}

/** Each group of a query: the elements that stand together. */
export function groupsOf(query: Query): (readonly Element[])[] {
  return [...partsOf(query)].flatMap(part => {
    if ('where' in part) return [part.where];
    if ('elements' in part) return [part.elements];
    return 'branches' in part ? part.branches : [];
  });
}

export function hasFilterOverUnbound(group: readonly Element[]): boolean {
  const bound = inScope(group);
  return group.some(
    element =>
      element.kind === 'filter' && [...variablesIn(element.condition)].some(name => !bound.has(name)),
  );
}

/** Whether parts of a group share a variable that one of them may leave unbound. */
export function joinsOnUncertain(group: readonly Element[]): boolean {
  return group.some((element, index) => {
    const inside = 'elements' in element ? element.elements : [element];
    const certain = certainIn(inside);
    const uncertain = [...inScope(inside)].filter(name => !certain.has(name));
    const elsewhere = inScope(group.filter((_, other) => other !== index));
    return uncertain.some(name => elsewhere.has(name));
  });
}

/** Whether GRAPH ?g has a sub-query inside. */
export function hasSubQueryInGraphs(part: Part): boolean {
  if (!('kind' in part) || part.kind !== 'graph' || part.name.termType !== 'Variable') return false;
  return [...within(part.elements)].some(inner => 'kind' in inner && inner.kind === 'select');
}

/** Whether the variable of GRAPH ?g stands inside it, elsewhere than in its triples. */
export function usesGraphNameInside(part: Part): boolean {
  if (!('kind' in part) || part.kind !== 'graph' || part.name.termType !== 'Variable') return false;
  const { name } = part;
  const others = part.elements.filter(({ kind }) => kind !== 'triples');
  return [...within(others)].some(
    inner =>
      ('termType' in inner && inner.equals(name)) ||
      ('kind' in inner && inner.kind === 'graph' && inner.name.equals(name)),
  );
}

export function isTimeWithoutZone(term: Part | Term): boolean {
  if (!('termType' in term)) return false;
  return (
    term.termType === 'Literal' && term.datatype.value.endsWith('#dateTime') && /T[\d:.]+$/.test(term.value)
  );
}

/** Whether a literal has a type derived from xsd:integer. */
export function isDerivedInteger(term: Term): boolean {
  return term.termType === 'Literal' && /#(?:int|nonNegativeInteger)$/.test(term.datatype.value);
}

/** Whether a literal is one of those that have no value. */
export function isIllTyped(term: Term): boolean {
  return term.termType === 'Literal' && /^[xy]$/.test(term.value);
}

export function isTriple(part: Part): part is Triple {
  return 'predicate' in part && 'object' in part && !('termType' in part);
}

/** Whether something in a pattern is matched without being a variable of the query: a blank node, a step of a path. */
export function bindsInvisibly(part: Part): boolean {
  if ('termType' in part) return part.termType === 'BlankNode';
  return 'path' in part && part.path === 'sequence';
}

export function isLoop(part: Part): boolean {
  if (!isTriple(part)) return false;
  const { subject, predicate, object } = part;
  return subject.termType === 'Variable' && subject.equals(object) && !('termType' in predicate);
}

/** Whether a path has a union in it whose branches count twice: not one under a closure, which gives a set. */
export function hasUnion(path: Triple['predicate']): boolean {
  if ('termType' in path) return false;
  if ('of' in path) return path.path === 'inverse' && hasUnion(path.of);
  if (path.path === 'negated') return path.forward.length > 0 && path.backward.length > 0;
  return path.path === 'alternative' || path.parts.some(hasUnion);
}

/** Whether a path is a closure of something with a union in it. */
export function isClosureOfUnion(path: Part): boolean {
  return 'path' in path && 'of' in path && path.path !== 'inverse' && hasUnion(path.of);
}

export function isEmptyFromTerm({ subject, predicate, object }: Triple): boolean {
  return canBeEmpty(predicate) && (subject.termType === 'NamedNode' || object.termType === 'NamedNode');
}

/** Whether a path may have length zero. */
function canBeEmpty(path: Triple['predicate']): boolean {
  if ('termType' in path) return false;
  if ('of' in path) return path.path === 'star' || path.path === 'optional' || canBeEmpty(path.of);
  if (!('parts' in path)) return false;
  return path.path === 'sequence' ? path.parts.every(canBeEmpty) : path.parts.some(canBeEmpty);
}

/** Whether a group may have solutions where there is no triple at all. */
export function canMatchNothing(elements: readonly Element[]): boolean {
  return elements.every(element => {
    if (element.kind === 'triples') return element.triples.every(({ predicate }) => canBeEmpty(predicate));
    if (element.kind === 'union') return element.branches.some(canMatchNothing);
    if (element.kind === 'group') return canMatchNothing(element.elements);
    return element.kind !== 'select' || canMatchNothing(element.query.where);
  });
}

/** Whether Comunica never answers: the closure of a sequence that leads nowhere leaves it waiting for ever. */
export function leavesComunicaWaiting(query: Query): boolean {
  return [...partsOf(query)].some(
    part => 'path' in part && 'of' in part && part.path !== 'inverse' && hasSequence(part.of),
  );
}

function hasSequence(path: Path): boolean {
  if ('of' in path) return hasSequence(path.of);
  return 'parts' in path && (path.path === 'sequence' || path.parts.some(hasSequence));
}
