import type { TermSpace } from '../term-spaces.js';
import { dateText, dateTimeText, parseDateTime, zoneMinutes } from './date-time.js';
import { parseDecimal, shortDecimalText, type Decimal } from './decimal.js';
import { effectiveBoolean } from './effective-boolean.js';
import { lexicalCasts } from './further-casts.js';
import { valued, type FunctionDefinition } from './functions.js';
import { boundedTypes, isInRange } from './integer-ranges.js';
import { doubleText, floatText, numberAsString } from './number-text.js';
import { signs, type Value } from './value.js';
import { xsd, type Values } from './values.js';

const integerForm = /^[+-]?\d+$/;
const decimalForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const doubleForm = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|[+-]?INF|NaN)$/;

type Cast = (values: Values, a: Value) => Value | undefined;

const casts: Readonly<Record<string, Cast>> = {
  string: castToString,
  boolean: castToBoolean,
  integer: (values, a) => {
    const exact = toExact(values, a, integerForm);
    return exact && values.bigInteger(exact.digits / 10n ** BigInt(exact.scale));
  },
  decimal: (values, a) => {
    const exact = toExact(values, a, decimalForm);
    return exact && values.decimal(exact);
  },
  float: (values, a) => {
    const number = toNumber(a);
    return number === undefined ? undefined : values.float(number);
  },
  double: (values, a) => {
    const number = toNumber(a);
    return number === undefined ? undefined : values.double(number);
  },
  dateTime: (values, a) => castToDate(values, a, 'dateTime'),
  date: (values, a) => castToDate(values, a, 'date'),
};

/** To a type derived from xsd:integer: as an integer, if it is within its bounds. */
function castToBounded(type: string): Cast {
  return (values, a) => {
    const exact = toExact(values, a, integerForm);
    const integer = exact && exact.digits / 10n ** BigInt(exact.scale);
    return integer !== undefined && isInRange(xsd + type, integer)
      ? values.literal(integer.toString(), xsd + type)
      : undefined;
  };
}

const furtherCasts: Readonly<Record<string, Cast>> = {
  ...Object.fromEntries(boundedTypes.map(type => [type, castToBounded(type)])),
  ...Object.fromEntries(
    Object.entries(lexicalCasts).map(([type, cast]): [string, Cast] => [
      type,
      (values, a) => {
        // A literal of that very datatype keeps its form, if it is well-formed.
        const isOne = a.isLiteral && a.datatype === xsd + type;
        const text = cast(isOne ? values.string(a.text, a.text.length) : a);
        return text === undefined ? undefined : values.literal(text, xsd + type);
      },
    ]),
  ),
};

/** Casts by the IRI of the datatype (SPARQL 1.1 Query section 17.5, XPath Functions 3.1 section 19). */
export const castFunctions: Readonly<Record<string, FunctionDefinition>> = Object.fromEntries(
  Object.entries({ ...casts, ...furtherCasts }).map(([name, cast]) => [
    xsd + name,
    valued(
      1,
      ({ values }) =>
        a =>
          cast(values, a),
    ),
  ]),
);

/** Where they are well-formed, their text is made of their value. */
const numberSpaces = new Set<TermSpace>(['integer', 'decimal', 'float', 'double']);

function castToString(values: Values, a: Value): Value | undefined {
  const text = asString(a);
  return text === undefined ? undefined : values.string(text, a.text.length);
}

function asString(a: Value): string | undefined {
  if (a.isNumeric) return numericAsString(a);
  switch (a.space) {
    case 'boolean':
      return Number.isNaN(a.number) ? undefined : String(a.number !== 0);
    case 'date':
    case 'dateTime':
      return dateAsString(a.text, a.space);
    case 'iri':
    case 'string':
    case 'lang':
      return a.text;
    case 'blank':
    case 'triple':
      return undefined;
    default:
      // Of a datatype that is not looked into.
      return numberSpaces.has(a.space) ? undefined : a.text;
  }
}

function numericAsString(a: Value): string | undefined {
  if (a.space === 'float') return numberAsString(a.number, floatText);
  if (a.space === 'double') return numberAsString(a.number, doubleText);
  return a.exact && shortDecimalText(a.exact);
}

function dateAsString(text: string, space: 'date' | 'dateTime'): string | undefined {
  const parts = parseDateTime(text, space);
  if (!parts) return undefined;
  const zone = parts.zone !== '' && zoneMinutes(parts.zone) === 0 ? 'Z' : parts.zone;
  return space === 'date' ? dateText({ ...parts, zone }) : dateTimeText({ ...parts, zone });
}

function castToBoolean(values: Values, a: Value): Value | undefined {
  if (a.space === 'string') {
    if (a.text === 'true' || a.text === '1') return values.true;
    return a.text === 'false' || a.text === '0' ? values.false : undefined;
  }
  const result = effectiveBoolean(a);
  return result === undefined ? undefined : values.boolean(result);
}

/**
 * The exact value of a finite number, a boolean, or a string of the given form.
 * @throws Problem `number-limit` for a string of too many digits
 */
function toExact(values: Values, a: Value, form: RegExp): Decimal | undefined {
  if (a.space === 'string') {
    if (!form.test(a.text)) return undefined;
    values.assertDigits(a.text.length - signs);
    return parseDecimal(a.text);
  }
  if (a.space === 'boolean' && !Number.isNaN(a.number)) return { digits: BigInt(a.number), scale: 0 };
  return a.isNumeric && (a.space === 'integer' || a.space === 'decimal' || Number.isFinite(a.number))
    ? a.exact
    : undefined;
}

function toNumber(a: Value): number | undefined {
  if (a.space === 'string')
    return doubleForm.test(a.text) ? Number(a.text.replace('INF', 'Infinity')) : undefined;
  if (a.space === 'boolean') return Number.isNaN(a.number) ? undefined : a.number;
  return a.isNumeric ? a.number : undefined;
}

/** A string keeps its form; a date begins at midnight, a dateTime loses its time. */
function castToDate(values: Values, a: Value, kind: 'date' | 'dateTime'): Value | undefined {
  if (a.space === 'string')
    return parseDateTime(a.text, kind) ? values.literal(a.text, xsd + kind) : undefined;
  if (a.space !== 'date' && a.space !== 'dateTime') return undefined;
  const parts = parseDateTime(a.text, a.space);
  if (!parts || a.space === kind) return parts && a;
  return values.literal(kind === 'date' ? dateText(parts) : dateTimeText(parts), xsd + kind);
}
