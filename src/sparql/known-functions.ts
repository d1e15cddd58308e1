import { algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import { castFunctions } from './native/expressions/casts.js';

/** Whether a function by its IRI is evaluated here: each is a cast, of one argument (SPARQL 1.1 Query section 17.5). */
export function isKnownFunction(name: string, argumentCount: number): boolean {
  return Object.hasOwn(castFunctions, name) && argumentCount === 1;
}

/**
 * The IRIs of the functions that nothing here evaluates. A call of one is an error of the expression that it stands in, as
 * any other, which COALESCE, IF and || can catch (section 17.3): who asks for an explanation is told.
 */
export function unknownFunctions(algebra: Algebra.Operation): string[] {
  const names = new Set<string>();
  algebraUtils.visitOperationSub(
    algebra,
    {},
    {
      expression: {
        named: {
          visitor: ({ name, args }) => {
            if (!isKnownFunction(name.value, args.length)) names.add(name.value);
          },
        },
      },
    },
  );
  return [...names];
}
