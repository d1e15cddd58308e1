import { createHash } from 'node:crypto';
import { tested, valued, variadic, type FunctionDefinition } from './functions.js';
import {
  after,
  areCompatible,
  before,
  concatenate,
  encodeForUri,
  languageMatches,
  stringLength,
  substring,
} from './string-functions.js';

/** Functions on strings, and hashes (SPARQL 1.1 Query sections 17.4.3 and 17.4.6). */
export const stringFunctions: Readonly<Record<string, FunctionDefinition>> = {
  strlen: valued(
    1,
    ({ values }) =>
      a =>
        a.isString ? values.integer(stringLength(a.text)) : undefined,
  ),
  substr: valued([2, 3], ({ values }) => (a, start, length) => {
    if (!a.isString || start.space !== 'integer' || !start.isNumeric) return undefined;
    if (length && (length.space !== 'integer' || !length.isNumeric)) return undefined;
    return values.tagged(a.tag, substring(a.text, start.number, length?.number), a.text.length);
  }),
  ucase: valued(
    1,
    ({ values }) =>
      a =>
        a.isString ? values.tagged(a.tag, a.text.toUpperCase(), a.text.length) : undefined,
  ),
  lcase: valued(
    1,
    ({ values }) =>
      a =>
        a.isString ? values.tagged(a.tag, a.text.toLowerCase(), a.text.length) : undefined,
  ),
  strstarts: tested(2, (a, b) => (areCompatible(a, b) ? a.text.startsWith(b.text) : undefined)),
  strends: tested(2, (a, b) => (areCompatible(a, b) ? a.text.endsWith(b.text) : undefined)),
  contains: tested(2, (a, b) => (areCompatible(a, b) ? a.text.includes(b.text) : undefined)),
  strbefore: valued(
    2,
    ({ values }) =>
      (a, b) =>
        before(values, a, b),
  ),
  strafter: valued(
    2,
    ({ values }) =>
      (a, b) =>
        after(values, a, b),
  ),
  encode_for_uri: valued(1, ({ values }) => a => {
    if (!a.isString) return undefined;
    values.assertLength(a.text.length);
    return values.string(encodeForUri(a.text));
  }),
  concat: variadic(
    ({ values }) =>
      parts =>
        concatenate(values, parts),
  ),
  langmatches: tested(2, (a, b) =>
    a.space === 'string' && b.space === 'string' ? languageMatches(a.text, b.text) : undefined,
  ),
  md5: hash('md5'),
  sha1: hash('sha1'),
  sha256: hash('sha256'),
  sha384: hash('sha384'),
  sha512: hash('sha512'),
};

/** The hash of the UTF-8 text of a string without a language, in lower-case hexadecimal digits. */
function hash(algorithm: string): FunctionDefinition {
  return valued(
    1,
    ({ values }) =>
      a =>
        a.space === 'string' ? values.string(createHash(algorithm).update(a.text).digest('hex')) : undefined,
  );
}
