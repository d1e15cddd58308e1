import { inScope, projected } from '../generate/scope.js';
import type { Element, Select } from '../generate/query-tree.js';

/** Names of the variables that every solution of a group binds, as far as the syntax tells. */
export function certainIn(elements: readonly Element[]): Set<string> {
  return new Set(elements.flatMap(element => [...ofElement(element)]));
}

function ofElement(element: Element): Iterable<string> {
  switch (element.kind) {
    case 'triples':
      return inScope([element]);
    case 'group':
      return certainIn(element.elements);
    case 'graph':
      return [
        ...(element.name.termType === 'Variable' ? [element.name.value] : []),
        ...certainIn(element.elements),
      ];
    case 'union':
      return common(element.branches.map(certainIn));
    case 'values':
      return element.variables
        .filter((_, column) => element.rows.every(row => row[column]))
        .map(({ value }) => value);
    case 'select':
      return ofSelect(element.query);
    case 'optional':
    case 'minus':
    case 'filter':
    case 'bind':
      return [];
  }
}

function ofSelect(query: Select): string[] {
  const known = certainIn(query.where);
  return projected(query).filter(name => known.has(name));
}

function common([first, ...others]: readonly Set<string>[]): string[] {
  return [...(first ?? [])].filter(name => others.every(other => other.has(name)));
}
