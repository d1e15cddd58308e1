import { Algebra, algebraUtils } from '@comunica/utils-algebra';
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { Problem } from '../errors.js';
import { assertShallow } from '../rdf/nesting.js';
import { makeLexerLinear } from './linear-lexer.js';
import { errorMessageProvider, toProblem } from './syntax-error.js';

/** Longest query text, in characters (security.md section 5). */
export const maxQueryLength = 300_000;
const maxUnionBranches = 2_000;

/** Graphs that a query is asked over (SPARQL 1.1 Protocol section 2.1.4; SPARQL 1.1 Query section 13.2). */
export interface DatasetClause {
  readonly default: readonly string[];
  readonly named: readonly string[];
}

export interface ParsedQuery {
  readonly algebra: Algebra.Operation;
  /** What FROM and FROM NAMED say; absent when the query has neither. */
  readonly dataset?: DatasetClause;
}

makeLexerLinear();
const parser = new Parser({
  // Positions are read from offsets; the message provider carries them.
  lexerConfig: { positionTracking: 'onlyOffset' },
  parserConfig: { errorMessageProvider },
});

/**
 * SPARQL text to algebra, with everything refused that this endpoint does not do.
 * @throws Problem `syntax-error` with line, column and what was expected; `refused` for updates and SERVICE;
 * `too-large` and `bad-request` for texts beyond the bounds.
 */
export function parseQuery(text: string, baseIRI: string): ParsedQuery {
  if (text.length > maxQueryLength)
    throw new Problem('too-large', `The query is longer than ${maxQueryLength} characters. Shorten it.`, {
      limit: maxQueryLength,
    });
  assertShallow(text);
  const algebra = toOperation(text, baseIRI);
  assertAllowed(algebra);
  return splitDataset(algebra);
}

function toOperation(text: string, baseIRI: string): Algebra.Operation {
  try {
    const syntax = parser.parse(text, { baseIRI });
    // A prologue alone is a valid update without operations (SPARQL 1.1 Query section 19.8, production Update).
    if (syntax.type === 'update') throw refusedUpdate(syntax.updates.some(({ operation }) => operation));
    return toAlgebra(syntax, { quads: true, blankToVariable: true, baseIRI });
  } catch (error) {
    throw error instanceof Problem ? error : toProblem(error as Error, text);
  }
}

function refusedUpdate(hasOperation: boolean): Problem {
  return hasOperation
    ? new Problem('refused', 'This endpoint answers queries only. It does not take SPARQL Update.')
    : new Problem('bad-request', 'The query is empty. Put a SELECT, ASK, CONSTRUCT or DESCRIBE query in it.');
}

/** Looked for in the algebra, not in the text: `?service` and "SERVICE" in a literal are harmless. */
function assertAllowed(algebra: Algebra.Operation): void {
  algebraUtils.visitOperation(algebra, {
    [Algebra.Types.SERVICE]: {
      visitor: () => {
        throw new Problem(
          'refused',
          'SERVICE is switched off here: this endpoint opens no connection for a query.',
        );
      },
    },
    [Algebra.Types.UNION]: {
      visitor: ({ input }) => {
        if (input.length > maxUnionBranches)
          throw new Problem(
            'bad-request',
            `A UNION has more than ${maxUnionBranches} branches. Use VALUES instead.`,
          );
      },
    },
  });
}

/** Takes FROM out of the algebra: the dataset is built before the query runs, as a merge of graphs (section 13.2). */
function splitDataset(algebra: Algebra.Operation): ParsedQuery {
  if (!algebraUtils.isKnownOperation(algebra, Algebra.Types.FROM)) return { algebra };
  const names = (terms: readonly { value: string }[]) => terms.map(({ value }) => value);
  return {
    algebra: algebra.input,
    dataset: { default: names(algebra.default), named: names(algebra.named) },
  };
}
