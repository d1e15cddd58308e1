import { algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { AstFactory, type SparqlQuery } from '@traqula/rules-sparql-1-2';
import { Problem } from '../errors.js';
import { standardLimits, type Limits } from '../limits.js';
import { assertShallow } from '../rdf/nesting.js';
import { assertScopes } from './assert-scopes.js';
import type { DatasetClause } from './dataset.js';
import { maxQueryLength } from './engine.js';
import { nameSelected } from './in-scope.js';
import { makeLexerLinear } from './linear-lexer.js';
import { modifiersInside } from './modifiers-inside.js';
import { noUpdates } from './no-updates.js';
import { mendPrefixedNames } from './prefixed-names.js';
import { assertPatterns } from './syntax-bounds.js';
import { errorMessageProvider, toProblem } from './syntax-error.js';
import { toAlgebra, type GraphForm } from './to-algebra.js';
import { assertTokens } from './token-bounds.js';

export interface ParsedQuery {
  /** With GRAPH as an operation of its own. */
  readonly algebra: Algebra.Operation;
  /** What FROM and FROM NAMED say; absent when the query has neither. */
  readonly dataset?: DatasetClause;
  /** What relative IRIs are resolved against: the query's own BASE, or else the one that it was parsed with. */
  readonly baseIRI: string;
  /** The same query with the graph as the fourth part of each pattern, as Comunica takes it. */
  inQuads(form: Exclude<GraphForm, 'operations'>): Algebra.Operation;
}

let parser: Parser | undefined;

/** Made when the first query comes, as that takes a while. */
function theParser(): Parser {
  if (!parser) {
    makeLexerLinear();
    mendPrefixedNames();
    parser = new Parser({
      // What is refused of a variable tells its place.
      defaultContext: { astFactory: new AstFactory({ tracksSourceLocation: true }) },
      // Positions are read from offsets; the message provider carries them.
      lexerConfig: { positionTracking: 'onlyOffset' },
      // To look for faults in the grammar, which is the package's, takes a fifth of a worker's start.
      parserConfig: { errorMessageProvider, skipValidations: true },
    });
  }
  return parser;
}

/**
 * SPARQL text to algebra, with everything refused that this endpoint does not do.
 * @throws Problem `syntax-error` with line, column and what was expected; `refused` for updates and SERVICE;
 * `too-large`, `bad-request` and those of the limits for texts beyond the bounds.
 * @param limits absent: the standard ones
 */
export function parseQuery(text: string, baseIRI: string, limits: Limits = standardLimits): ParsedQuery {
  if (text.length > maxQueryLength)
    throw new Problem(
      'too-large',
      {
        en: `The query is longer than ${maxQueryLength} characters. Shorten it.`,
        fr: `La requête dépasse ${maxQueryLength} caractères. Raccourcissez-la.`,
      },
      { limit: maxQueryLength },
    );
  assertShallow(text);
  assertTokens(text, limits);
  const inForm = (form: GraphForm) => {
    try {
      return toAlgebra(syntax, { form, baseIRI });
    } catch (error) {
      throw toProblem(error as Error, text);
    }
  };
  const syntax = toSyntax(text, baseIRI);
  assertPatterns(syntax, limits);
  const translation = inForm('operations');
  const { algebra, ...rest } = splitDataset(translation.algebra);
  assertAllowed(algebra);
  return {
    algebra: modifiersInside(algebra),
    ...rest,
    baseIRI: translation.baseIRI,
    inQuads: form => modifiersInside(splitDataset(inForm(form).algebra).algebra),
  };
}

function toSyntax(text: string, baseIRI: string): SparqlQuery {
  try {
    const syntax = theParser().parse(text, { baseIRI });
    assertScopes(syntax, text);
    nameSelected(syntax);
    // A prologue alone is a valid update without operations (SPARQL 1.1 Query section 19.8, production Update).
    if (syntax.type === 'update') throw refusedUpdate(syntax.updates.some(({ operation }) => operation));
    return syntax;
  } catch (error) {
    throw error instanceof Problem ? error : (scopeFault(text, baseIRI) ?? toProblem(error as Error, text));
  }
}

/** What the parser refuses without a place may be a fault of scope, which is looked for in what it reads unasked. */
function scopeFault(text: string, baseIRI: string): Problem | undefined {
  try {
    assertScopes(theParser().parse(text, { baseIRI, skipValidation: true }), text);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  return undefined;
}

function refusedUpdate(hasOperation: boolean): Problem {
  return hasOperation
    ? noUpdates()
    : new Problem('bad-request', {
        en: 'The query is empty. Put a SELECT, ASK, CONSTRUCT or DESCRIBE query in it.',
        fr: 'La requête est vide. Mettez-y un SELECT, ASK, CONSTRUCT ou DESCRIBE.',
      });
}

/** Looked for in the algebra, not in the text: `?service` and "SERVICE" in a literal are harmless. */
function assertAllowed(algebra: Algebra.Operation): void {
  algebraUtils.visitOperation(algebra, {
    service: {
      visitor: () => {
        throw new Problem('refused', {
          en: 'SERVICE is switched off here: this endpoint opens no connection for a query. SERVICE SILENT gives an empty solution.',
          fr: "SERVICE n'est pas ouvert ici : ce point d'accès n'ouvre pas de connexion pour une requête. SERVICE SILENT donne une solution vide.",
        });
      },
    },
  });
}

/** Takes FROM out of the algebra: which graphs the dataset is made of is asked before the query runs (section 13.2). */
function splitDataset(algebra: Algebra.Operation): Pick<ParsedQuery, 'algebra' | 'dataset'> {
  if (algebra.type !== 'from') return { algebra };
  const names = (terms: readonly { value: string }[]) => terms.map(({ value }) => value);
  return {
    algebra: algebra.input,
    dataset: { default: names(algebra.default), named: names(algebra.named) },
  };
}
