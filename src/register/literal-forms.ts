import type { Literal } from '@rdfjs/types';
import { prefixes } from '../rdf/prefixes.js';
import { dateOf } from './written-date.js';

type Form = (text: string) => boolean;

const like =
  (pattern: RegExp): Form =>
  text =>
    pattern.test(text);

const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const integer = like(/^[+-]?\d+$/);
const double = like(/^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|[+-]?INF|NaN)$/);

/** A number of so many digits is a slip of the pen, and takes long to read. */
const longestNumber = 1_000;

function between(least: bigint | undefined, most: bigint | undefined): Form {
  return text => {
    if (!integer(text) || text.length > longestNumber) return false;
    const value = BigInt(text.replace('+', ''));
    return (least === undefined || value >= least) && (most === undefined || value <= most);
  };
}

const signed = (bits: bigint) => between(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
const unsigned = (bits: bigint) => between(0n, 2n ** bits - 1n);

/** The lexical space of each datatype of XML Schema 1.1 (part 2, chapter 3) that has one, but for dates. */
const forms: Readonly<Record<string, Form>> = {
  boolean: like(/^(?:true|false|1|0)$/),
  decimal: like(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/),
  double,
  float: double,
  integer,
  nonPositiveInteger: between(undefined, 0n),
  negativeInteger: between(undefined, -1n),
  nonNegativeInteger: between(0n, undefined),
  positiveInteger: between(1n, undefined),
  long: signed(64n),
  int: signed(32n),
  short: signed(16n),
  byte: signed(8n),
  unsignedLong: unsigned(64n),
  unsignedInt: unsigned(32n),
  unsignedShort: unsigned(16n),
  unsignedByte: unsigned(8n),
  time: like(new RegExp(`^(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)${zone}$`)),
  gMonth: like(new RegExp(`^--(?:0[1-9]|1[0-2])${zone}$`)),
  gDay: like(new RegExp(`^---(?:0[1-9]|[12]\\d|3[01])${zone}$`)),
  gMonthDay: like(
    new RegExp(
      `^--(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)${zone}$`,
    ),
  ),
  duration: like(/^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/),
  yearMonthDuration: like(/^-?P(?=.)(?:\d+Y)?(?:\d+M)?$/),
  dayTimeDuration: like(/^-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/),
  hexBinary: like(/^(?:[\dA-Fa-f]{2})*$/),
  language: like(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/),
};

const dates = new Set(['gYear', 'gYearMonth', 'date', 'dateTime', 'dateTimeStamp']);

/**
 * Whether the text of a literal is one that its datatype has: an ill-formed literal has no value at all (RDF 1.1
 * Concepts section 3.3), so that it is found by no date and no number. Datatypes that are not known here have any text.
 */
export function isWellFormed(literal: Literal): boolean {
  const { value, datatype } = literal;
  if (!datatype.value.startsWith(prefixes.xsd)) return true;
  const name = datatype.value.slice(prefixes.xsd.length);
  if (dates.has(name)) return isDate(literal, name === 'dateTimeStamp');
  return !Object.hasOwn(forms, name) || forms[name]?.(value) === true;
}

function isDate(literal: Literal, needsZone: boolean): boolean {
  const date = dateOf(literal);
  return date !== undefined && (!needsZone || date.zone !== '');
}
