import { context } from '../../jsonld/document-loader.js';
import { expand } from '../../rdf/prefixes.js';
import type { Schema } from './parameters.js';

/** A term of the JSON-LD context (JSON-LD 1.1 section 9.15.1). */
interface Definition {
  readonly '@id'?: string;
  readonly '@type'?: string;
  readonly '@container'?: string | readonly string[];
}

const definitions: ReadonlyMap<string, Definition> = new Map(
  Object.entries(context['@context'])
    .filter(([, value]) => isProperty(value))
    .map(([key, value]) => [key, typeof value === 'string' ? { '@id': value } : (value as Definition)]),
);

/** Values by the type that the context gives them; any other literal is text. */
const literals: Readonly<Record<string, Schema>> = {
  'xsd:date': { type: 'string', format: 'date', examples: ['2022-06-15'] },
  'xsd:dateTime': { type: 'string', format: 'date-time', examples: ['2022-06-15T10:00:00Z'] },
  'xsd:gYearMonth': { type: 'string', pattern: '^-?\\d{4,}-\\d\\d$', examples: ['2022-06'] },
  'xsd:gYear': { type: 'string', pattern: '^-?\\d{4,}$', examples: ['2022'] },
  'xsd:integer': { type: 'string', pattern: '^[+-]?\\d+$', examples: ['40000'] },
  'xsd:decimal': { type: 'string', pattern: '^[+-]?\\d*\\.?\\d+$', examples: ['40000.5'] },
  'geosparql:wktLiteral': { type: 'string', examples: ['POINT(2.35 48.85)'] },
};

const text: Schema = { type: 'string' };

/** Texts that the shapes want in a language; words and references may be in none. */
const spoken = new Set(['title', 'name', 'prefLabel', 'description', 'definition']);

/**
 * The keys under which the values of a property stand: one, or one for each precision of a date, or one for texts
 * with a language and one for those without.
 */
export function keysOf(property: string): string[] {
  return [...definitions]
    .filter(([key, definition]) => expand(definition['@id'] ?? key) === property)
    .map(([key]) => key);
}

/**
 * What stands under a key.
 * @param inner name of the schema of its values, when they are described within the record
 */
export function valueSchema(key: string, inner: string | undefined): Schema {
  const { '@type': type, '@container': container = [] } = definitions.get(key) ?? {};
  const containers = [container].flat();
  const many = (items: Schema) =>
    containers.includes('@set') ? { type: 'array', items, minItems: 1 } : items;
  if (containers.includes('@language')) {
    const tagged = { type: 'object', minProperties: 1, additionalProperties: many(text) };
    return spoken.has(key) ? tagged : { anyOf: [tagged, many(text)] };
  }
  if (type === '@id') return many(reference(inner ?? 'Reference'));
  return many((type === undefined ? undefined : literals[type]) ?? text);
}

export function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** Prefixes, keyword aliases and reverse properties name no property. */
function isProperty(value: unknown): boolean {
  if (typeof value === 'string') return /^[a-z0-9]+:[A-Za-z]+$/.test(value) && !value.endsWith(':');
  return typeof value === 'object' && value !== null && !('@reverse' in value) && !isAlias(value);
}

function isAlias({ '@id': id }: Definition): boolean {
  return id?.startsWith('@') ?? false;
}
