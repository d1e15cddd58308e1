import { toAlgebra12Builder } from '@traqula/algebra-sparql-1-2';
import { algebraUtils, createAlgebraContext, type Algebra } from '@traqula/algebra-transformations-1-2';
import type { SparqlQuery } from '@traqula/rules-sparql-1-2';
import { FreshVariables } from './fresh-variables.js';
import { hideBlankNodes } from './hide-blank-nodes.js';
import { resolveIri } from './native/expressions/resolve-iri.js';
import { countVisible } from './count-visible.js';
import { withoutSilentServices } from './silent-services.js';

/** The algebra of a query, and the base that its relative IRIs are resolved against, those of IRI() too. */
export interface Translation {
  readonly algebra: Algebra.Operation;
  readonly baseIRI: string;
}

/**
 * Where GRAPH goes: it is an operation of its own, or the graph stands in each pattern; or the latter but for GRAPH with a
 * variable around a sub-query, which cannot be said so, as the sub-query is evaluated for each graph (section 18.6).
 */
export type GraphForm = 'operations' | 'patterns' | 'patterns but around sub-queries';

export interface TranslationOptions {
  readonly form: GraphForm;
  /** Where the query says none, and for its own that are relative. */
  readonly baseIRI: string;
}

type Context = ReturnType<typeof createAlgebraContext> & {
  readonly fresh: FreshVariables;
  readonly form: GraphForm;
};

/**
 * The algebra of a query (SPARQL 1.1 Query section 18.2). Blank nodes and the steps of paths are variables that are like
 * none of the query's.
 * @throws Error, as Traqula does, for what has no algebra
 */
export function toAlgebra(syntax: SparqlQuery, { form, baseIRI }: TranslationOptions): Translation {
  const context: Context = { ...createAlgebraContext({ baseIRI }), fresh: new FreshVariables('step'), form };
  const algebra = theTranslator().translateQuery(context, syntax, form !== 'operations', false);
  return {
    algebra: countVisible(hideBlankNodes(withoutSilentServices(algebra))),
    baseIRI: context.currentBase ?? baseIRI,
  };
}

let translator: ReturnType<typeof makeTranslator> | undefined;

function theTranslator() {
  translator ??= makeTranslator();
  return translator;
}

/** Traqula's translation with three of its rules mended. */
function makeTranslator() {
  const builder = toAlgebra12Builder.widenContext<Context>();
  const { fun: translateName } = builder.getRule('translateNamed');
  const { fun: intoPatterns } = builder.getRule('recurseGraph');
  return builder
    .patchRule({
      name: 'translateNamed',
      // Traqula 1.3 puts a base and a relative IRI side by side; RFC 3986 section 5.2 takes them apart
      // (SPARQL 1.1 Query section 4.1.1.2).
      fun: rules => (context, term) => {
        const { astFactory, currentBase, dataFactory } = context;
        return astFactory.isTermNamedPrefixed(term) || currentBase === undefined || hasScheme(term.value)
          ? translateName(rules)(context, term)
          : dataFactory.namedNode(resolveIri(term.value, currentBase));
      },
    })
    .patchRule({
      name: 'generateFreshVar',
      // Traqula 1.3 counts its variables anew after each sub-query, so that two of them would meet.
      fun:
        () =>
        ({ fresh }) =>
          fresh.next(),
    })
    .patchRule({
      name: 'recurseGraph',
      fun: rules => (context, inside, graph, replacement) =>
        context.form === 'patterns but around sub-queries' &&
        graph.termType === 'Variable' &&
        holdsSubquery(inside)
          ? context.algebraFactory.createGraph(inside, graph)
          : intoPatterns(rules)(context, inside, graph, replacement),
    })
    .build();
}

function holdsSubquery(operation: Algebra.Operation): boolean {
  let found = false;
  algebraUtils.visitOperation(operation, {
    project: {
      visitor: () => {
        found = true;
      },
    },
  });
  return found;
}

function hasScheme(iri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(iri);
}
