import { answers, fallbacks } from './hostile/answers.js';
import { fieldCases } from './hostile/field-cases.js';
import { groups } from './hostile/groups.js';
import type { HostileRequest } from './hostile/hostile-request.js';
import { largeQueries } from './hostile/large-queries.js';
import { numberRequests } from './hostile/numbers.js';
import { paths } from './hostile/paths.js';
import { products } from './hostile/products.js';
import { regexes } from './hostile/regexes.js';
import { texts } from './hostile/texts.js';
import { tokens } from './hostile/tokens.js';

/** Queries that go for the process, its memory, its threads or its time. */
export const hostileQueries: readonly HostileRequest[] = [
  ...texts,
  ...groups,
  ...numberRequests,
  ...products,
  ...paths,
  ...largeQueries,
  ...tokens,
  ...regexes,
  ...answers,
  ...fallbacks,
];

/** All of them, those from the field first. They are read from ../shared. */
export function allHostileQueries(): HostileRequest[] {
  return [...fieldCases(), ...hostileQueries];
}
