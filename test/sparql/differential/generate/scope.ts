import type { Element, Select, Triple } from './query-tree.js';

/** Names of the variables that are in scope after a group (SPARQL 1.1 Query section 18.2.1). */
export function inScope(elements: readonly Element[]): Set<string> {
  return new Set(elements.flatMap(element => [...ofElement(element)]));
}

function ofElement(element: Element): Iterable<string> {
  switch (element.kind) {
    case 'triples':
      return element.triples.flatMap(ofTriple);
    case 'optional':
    case 'group':
      return inScope(element.elements);
    case 'graph':
      return [...names([element.name]), ...inScope(element.elements)];
    case 'union':
      return element.branches.flatMap(branch => [...inScope(branch)]);
    case 'bind':
      return [element.variable.value];
    case 'values':
      return names(element.variables);
    case 'select':
      return projected(element.query);
    case 'filter':
    case 'minus':
      return [];
  }
}

/** Names of the variables that a SELECT gives. */
export function projected({ projection, where }: Select): string[] {
  return projection === '*' ? [...inScope(where)] : projection.map(({ variable }) => variable.value);
}

function ofTriple({ subject, predicate, object }: Triple): string[] {
  return names([subject, object, ...('termType' in predicate ? [predicate] : [])]);
}

function names(terms: readonly { readonly termType: string; readonly value: string }[]): string[] {
  return terms.filter(({ termType }) => termType === 'Variable').map(({ value }) => value);
}
