import { algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import { Problem } from '../errors.js';
import { castFunctions } from './native/expressions/casts.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Casts that SPARQL does not ask for, and that only the complete engine has. */
const furtherCasts = ['time', 'duration', 'dayTimeDuration', 'yearMonthDuration'].map(name => xsd + name);

/** The IRIs of all functions that one engine or the other evaluates. Each is a cast, of one argument. */
const casts: ReadonlySet<string> = new Set([...Object.keys(castFunctions), ...furtherCasts]);

/**
 * A function that no engine has is told by its name before anything is evaluated (SPARQL 1.1 Query section 17.6).
 * @throws Problem `refused`
 */
export function assertKnownFunctions(algebra: Algebra.Operation): void {
  algebraUtils.visitOperationSub(
    algebra,
    {},
    { expression: { named: { visitor: ({ name, args }) => assertKnown(name.value, args.length) } } },
  );
}

function assertKnown(name: string, argumentCount: number): void {
  if (!casts.has(name))
    throw new Problem(
      'refused',
      `The function <${name}> is not known here. Use the functions of SPARQL and its casts, such as xsd:date.`,
    );
  if (argumentCount !== 1)
    throw new Problem('refused', `The cast <${name}> takes one argument, and here it has ${argumentCount}.`);
}
