import { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Term } from '@rdfjs/types';
import { standardLimits, type Limits } from '../../../../src/limits.js';
import { parseQuery } from '../../../../src/sparql/parse.js';
import { compileAggregate } from '../../../../src/sparql/native/expressions/aggregates.js';
import {
  compileExpression,
  type Evaluator,
  type Scope,
} from '../../../../src/sparql/native/expressions/compile.js';
import { QueryTerms } from '../../../../src/sparql/native/query-terms.js';
import { Dictionary } from '../../../../src/store/dictionary.js';
import { DictionaryWriter } from '../../../../src/store/dictionary-writer.js';

const prefixes = `PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
`;
export const baseIRI = 'http://base.example/folder/';
const now = new Date('2024-02-29T12:00:00Z');

/** A query's terms over a dictionary that holds these; some of its bounds may be others than the standard ones. */
export function termsOver(stored: readonly Term[] = [], bounds: Partial<Limits> = {}): QueryTerms {
  const writer = new DictionaryWriter();
  for (const term of stored) writer.add(term);
  return new QueryTerms(new Dictionary(writer.handle()), { limits: { ...standardLimits, ...bounds } });
}

function scopeOf(terms: QueryTerms, variables: readonly string[]): Scope {
  return {
    slotOf: name => (variables.includes(name) ? variables.indexOf(name) : undefined),
    terms,
    now,
    baseIRI,
    exists: () => () => true,
  };
}

/** The expression that a text writes. */
function parseExpression(text: string): Algebra.Expression {
  const { algebra } = parseQuery(`${prefixes}SELECT ?r { BIND(${text} AS ?r) }`, baseIRI);
  return find<Algebra.Extend>(algebra, Algebra.Types.EXTEND).expression;
}

function find<Operation extends Algebra.Operation>(algebra: Algebra.Operation, type: string): Operation {
  let at = algebra as Algebra.Operation & { input?: Algebra.Operation };
  while (at.type !== type) at = at.input as typeof at;
  return at as unknown as Operation;
}

/** The expression of a text, ready for rows that bind the variables in this order. */
export function compile(text: string, terms: QueryTerms, variables: readonly string[] = []): Evaluator {
  return compileExpression(parseExpression(text), scopeOf(terms, variables));
}

/** What a constant expression yields, as it would be written; `error` for none. */
export function evaluate(text: string, bounds: Partial<Limits> = {}): string {
  return evaluateWith(text, {}, bounds);
}

/** What an expression yields where its variables are bound to these terms, which are in the data. */
export function evaluateWith(
  text: string,
  values: Readonly<Record<string, Term>>,
  bounds: Partial<Limits> = {},
): string {
  const terms = termsOver(Object.values(values), bounds);
  const columns = Object.values(values).map(value => Uint32Array.of(terms.add(value)));
  const id = compile(text, terms, Object.keys(values)).id(columns, 0);
  return id === 0 ? 'error' : written(terms.term(id));
}

/** What an aggregate yields over one group; `undefined` is an unbound variable. The variable is ?x. */
export function aggregate(
  text: string,
  column: readonly (Term | undefined)[],
  { stored = true, ...bounds }: Partial<Limits> & { readonly stored?: boolean } = {},
): string {
  const terms = termsOver(stored ? column.filter(term => term !== undefined) : [], bounds);
  const { algebra } = parseQuery(`${prefixes}SELECT (${text} AS ?r) { ?x ?y ?z }`, baseIRI);
  const [bound] = find<Algebra.Group>(algebra, Algebra.Types.GROUP).aggregates;
  const accumulator = compileAggregate(bound!, { ...scopeOf(terms, ['x']), allSlots: [0] })(terms.memory);
  const columns = [Uint32Array.from(column, term => (term ? terms.add(term) : 0))];
  for (let row = 0; row < column.length; row += 1) accumulator.add(0, columns, row);
  const id = accumulator.result(0);
  return id === 0 ? 'error' : written(terms.term(id));
}

/** A term in the shortest form of SPARQL: numbers and booleans as they are, datatypes of XSD by their prefix. */
export function written(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType !== 'Literal') return term.termType;
  if (term.language) return `"${term.value}"@${term.language}${term.direction ? `--${term.direction}` : ''}`;
  const type = term.datatype.value.replace('http://www.w3.org/2001/XMLSchema#', 'xsd:');
  if (type === 'xsd:string') return `"${term.value}"`;
  if (type === 'xsd:boolean' || (type === 'xsd:integer' && /^-?\d+$/.test(term.value))) return term.value;
  if (type === 'xsd:decimal' && term.value.includes('.')) return term.value;
  return `"${term.value}"^^${type}`;
}
