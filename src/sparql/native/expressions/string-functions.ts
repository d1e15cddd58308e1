import type { Value } from './value.js';
import type { Values } from './values.js';

/** Argument compatibility (SPARQL 1.1 Query section 17.4.3.1.2): the second has no language, or that of the first. */
export function areCompatible(a: Value, b: Value): boolean {
  return a.isString && b.isString && (b.space === 'string' || a.tag === b.tag);
}

/** STRLEN, in characters. */
export function stringLength(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Each character beyond U+FFFF is two units, of which the first is one of these.
    if (unit >= 0xd800 && unit <= 0xdbff) length -= 1;
  }
  return length;
}

/** SUBSTR: the characters at places from `start`, counted from 1, to before `start + length` (XPath fn:substring). */
export function substring(text: string, start: number, length = Infinity): string {
  const from = Math.max(start, 1) - 1;
  const to = Math.max(start + length - 1, from);
  if (stringLength(text) === text.length) return text.slice(from, to);
  const begin = placeAfter(text, 0, from);
  return text.slice(begin, placeAfter(text, begin, to - from));
}

/** The place after so many characters from a place on, or the end. */
function placeAfter(text: string, place: number, characters: number): number {
  let at = place;
  for (let passed = 0; passed < characters && at < text.length; passed += 1)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** CONCAT: in the language that all have, else without one (section 17.4.3.12). */
export function concatenate(values: Values, parts: readonly Value[]): Value | undefined {
  const [first] = parts;
  if (!first) return values.emptyString;
  let text = '';
  let isSame = true;
  for (const part of parts) {
    if (!part.isString) return undefined;
    values.assertLength(text.length + part.text.length);
    text += part.text;
    isSame &&= part.tag === first.tag;
  }
  return isSame ? values.tagged(first.tag, text) : values.string(text);
}

/** STRBEFORE; a plain empty string where `mark` does not occur (section 17.4.3.9). */
export function before(values: Values, a: Value, mark: Value): Value | undefined {
  if (!areCompatible(a, mark)) return undefined;
  const at = a.text.indexOf(mark.text);
  return at < 0 ? values.emptyString : values.tagged(a.tag, a.text.slice(0, at), a.text.length);
}

/** STRAFTER (section 17.4.3.10). */
export function after(values: Values, a: Value, mark: Value): Value | undefined {
  if (!areCompatible(a, mark)) return undefined;
  const at = a.text.indexOf(mark.text);
  return at < 0
    ? values.emptyString
    : values.tagged(a.tag, a.text.slice(at + mark.text.length), a.text.length);
}

/** ENCODE_FOR_URI: all but the unreserved characters of RFC 3986 section 2.3. */
export function encodeForUri(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** langMatches: basic filtering (RFC 4647 section 3.3.1); nothing matches or is matched by the empty string. */
export function languageMatches(language: string, range: string): boolean {
  if (language === '' || range === '') return false;
  if (range === '*') return true;
  const tag = language.toLowerCase();
  const wanted = range.toLowerCase();
  return tag === wanted || tag.startsWith(`${wanted}-`);
}
