import type { Term } from '@rdfjs/types';
import type { Algebra } from '@traqula/algebra-transformations-1-2';

/** An expression in words, for explanations. */
export function textOf(expression: Algebra.Expression): string {
  switch (expression.subType) {
    case 'term':
      return termText(expression.term);
    case 'operator':
      return `${expression.operator}(${expression.args.map(textOf).join(', ')})`;
    case 'named':
      return `<${expression.name.value}>(${expression.args.map(textOf).join(', ')})`;
    case 'aggregate':
      return `${expression.aggregator}(${textOf(expression.expression)})`;
    case 'existence':
      return expression.not ? 'not exists' : 'exists';
    default:
      return '*';
  }
}

/** A term or variable as a query would have it. */
export function termText(term: Term): string {
  if (term.termType === 'Quad')
    return `<<( ${[term.subject, term.predicate, term.object].map(termText).join(' ')} )>>`;
  if (term.termType === 'Variable') return `?${term.value}`;
  return term.termType === 'NamedNode' ? `<${term.value}>` : JSON.stringify(term.value);
}
