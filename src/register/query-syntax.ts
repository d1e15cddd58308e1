import { Generator } from '@traqula/generator-sparql-1-2';
import {
  AstFactory,
  type Path,
  type TermIri,
  type TermLiteral,
  type TermVariable,
} from '@traqula/rules-sparql-1-2';
import { prefixes } from '../rdf/prefixes.js';

/** Parts of a query's syntax tree; these are what the factory takes and makes, SPARQL 1.1 only. */
export type Expression = Parameters<AstFactory['patternFilter']>[0];
export type Pattern = Parameters<AstFactory['patternOptional']>[0][number];
export type { Path };

const factory = new AstFactory();
const place = factory.gen();
const generator = new Generator();

export const variable = (name: string): TermVariable => factory.termVariable(name, place);

export const text = (value: string): TermLiteral => factory.termLiteral(place, value);

/** The built-in function or operator of that name, in lower case. */
export const call = (operator: string, ...args: Expression[]): Expression =>
  factory.expressionOperation(operator, args, place);

/** Any of the paths; the path itself when there is one only. */
export const anyOf = (paths: readonly Path[]): Path => joined('|', paths);

/** One path after the other. */
export const inTurn = (...paths: Path[]): Path => joined('/', paths);

function joined(subType: '|' | '/', paths: readonly Path[]): Path {
  const [only] = paths;
  return paths.length === 1 && only ? only : factory.path(subType, [...paths], place);
}

export function triple(
  subject: TermVariable | TermIri,
  predicate: TermVariable | Path,
  object: TermVariable | TermIri,
): Pattern {
  return factory.patternBgp([factory.triple(subject, predicate, object, place)], place);
}

export const filter = (expression: Expression): Pattern => factory.patternFilter(expression, place);

export const bind = (expression: Expression, name: TermVariable): Pattern =>
  factory.patternBind(expression, name, place);

export const optional = (...patterns: Pattern[]): Pattern => factory.patternOptional(patterns, place);

export const inGraph = (name: TermIri | TermVariable, ...patterns: Pattern[]): Pattern =>
  factory.patternGraph(name, patterns, place);

export const union = (...branches: Pattern[][]): Pattern =>
  factory.patternUnion(
    branches.map(branch => factory.patternGroup(branch, place)),
    place,
  );

export const values = (name: TermVariable, terms: readonly TermIri[]): Pattern =>
  factory.patternValues(
    [name],
    terms.map(term => ({ [name.value]: term })),
    place,
  );

/** What makes the terms of a query: IRIs are shortened by prefixes, and the prefixes in use are declared. */
export class QueryNames {
  readonly #used = new Map<string, string>();

  /** @param more prefixes besides those of the register's vocabularies */
  constructor(private readonly more: Readonly<Record<string, string>> = {}) {}

  /** Characters that an IRI may not hold are percent-encoded, so that no value can end the IRI early (RFC 3987, 3.2). */
  iri(value: string): TermIri {
    for (const [prefix, namespace] of Object.entries({ ...this.more, ...prefixes })) {
      const local = value.slice(namespace.length);
      if (!value.startsWith(namespace) || !/^[\w-]+$/.test(local)) continue;
      this.#used.set(prefix, namespace);
      return factory.termNamed(place, local, prefix);
    }
    return factory.termNamed(place, value.replace(/[^!#-;=?-[\]_a-z~\u00a0-\uffff]/g, encodeURIComponent));
  }

  /** The text of a SELECT DISTINCT query made with these names. */
  select(
    variables: readonly TermVariable[],
    where: readonly Pattern[],
    order: readonly { readonly by: Expression; readonly descending?: boolean }[],
  ): string {
    const context = [...this.#used]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([prefix, namespace]) =>
        factory.contextDefinitionPrefix(place, prefix, factory.termNamed(place, namespace)),
      );
    const orderDefs = order.map(({ by, descending = false }) => ({ descending, expression: by, loc: place }));
    const query = factory.querySelect(
      {
        context,
        variables: [...variables],
        distinct: true,
        where: factory.patternGroup([...where], place),
        solutionModifiers: { order: factory.solutionModifierOrder(orderDefs, place) },
        datasets: factory.datasetClauses([], place),
      },
      place,
    );
    return generator.generate(query).trim();
  }
}
