import type { Term, Variable } from '@rdfjs/types';
import { variable } from '../../../../src/rdf/terms.js';
import type { Element, Expression, Select } from './query-tree.js';
import { inScope } from './scope.js';
import { variables } from './vocabulary.js';

/**
 * A group with new names for the variables of BIND that are in scope before it, which the grammar forbids
 * (SPARQL 1.1 Query section 19.8, note 13), and with expressions over variables that are there, mostly.
 */
export function wellFormed(elements: readonly Element[], outside: readonly string[] = []): Element[] {
  const result: Element[] = [];
  const scope = new Set([...outside, ...inScope(elements)]);
  for (const element of elements) result.push(inElement(element, inScope(result), scope));
  return result;
}

function inElement(element: Element, before: ReadonlySet<string>, scope: ReadonlySet<string>): Element {
  switch (element.kind) {
    case 'bind':
      return {
        ...element,
        expression: withKnown(element.expression, before),
        variable: freeName(element.variable, before),
      };
    case 'filter':
      return { ...element, condition: withKnown(element.condition, scope) };
    case 'union':
      return { ...element, branches: element.branches.map(branch => wellFormed(branch)) };
    case 'optional':
      // A filter at the top of OPTIONAL sees the solutions that the optional part is joined to (section 18.2.2.6).
      return { ...element, elements: wellFormed(element.elements, [...before]) };
    case 'minus':
    case 'group':
    case 'graph':
      return { ...element, elements: wellFormed(element.elements) };
    case 'triples':
    case 'values':
    case 'select':
      return element;
  }
}

/** An expression with variables that are in scope, where there is one of the same kind. */
function withKnown<T extends Expression>(expression: T, scope: ReadonlySet<string>): T;
function withKnown(expression: Expression, scope: ReadonlySet<string>): Expression {
  if ('exists' in expression) return { ...expression, elements: wellFormed(expression.elements, [...scope]) };
  if ('call' in expression)
    return { ...expression, args: expression.args.map(argument => withKnown(argument, scope)) };
  if ('aggregate' in expression)
    return expression.of === '*' ? expression : { ...expression, of: withKnown(expression.of, scope) };
  return known(expression, scope);
}

/** A term; for a variable that is not in scope, one of its kind that is. */
export function known<T extends Term>(term: T, scope: ReadonlySet<string>): T | Variable {
  if (term.termType !== 'Variable' || scope.has(term.value)) return term;
  const kind = Object.values(variables).find(names => names.some(name => name.equals(term)));
  return kind?.find(name => scope.has(name.value)) ?? term;
}

/** The variable, or another one that is not taken. */
function freeName(wanted: Variable, taken: ReadonlySet<string>): Variable {
  if (!taken.has(wanted.value)) return wanted;
  for (let number = 1; ; number += 1)
    if (!taken.has(`${wanted.value}${String(number)}`)) return variable(`${wanted.value}${String(number)}`);
}

/** Gives names to the projected expressions that are not taken by the pattern (note 12 of section 19.8). */
export function nameProjections(
  expressions: readonly Expression[],
  names: readonly Variable[],
  where: readonly Element[],
): NonNullable<Exclude<Select['projection'], '*'>> {
  const scope = inScope(where);
  const taken = new Set(scope);
  return expressions.map((expression, index) => {
    const name = freeName(names[index % names.length]!, taken);
    taken.add(name.value);
    return { variable: name, expression: withKnown(expression, scope) };
  });
}
