import { context } from './document-loader.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Compacted JSON-LD said in a simpler way, for readers that know less of it; to a JSON-LD processor it means the same.
 *
 * - Value objects name their keys by keywords: rdflib knows no alias of `@type` within them, and drops the datatype.
 * - There is no `@none`, which JSON-LD puts where a text has no language (JSON-LD 1.1 section 4.6.3), and which readers of
 *   plain JSON know nothing of: such a text stands alone under its key (of the API, section 5.1.2, only maps are read as
 *   texts by language). Beside texts that have a language, it stands under the name of its property.
 */
export function readable(tree: Json): Json {
  if ('@value' in tree) return unaliased(tree);
  const entries = Object.entries(tree).flatMap(([key, value]) => withoutNone(key, within(value)));
  const read: Record<string, unknown> = {};
  for (const [key, value] of entries)
    read[key] = Object.hasOwn(read, key) ? [read[key], value].flat() : value;
  return read;
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return isObject(value) ? readable(value) : value;
}

function withoutNone(key: string, value: unknown): (readonly [string, unknown])[] {
  if (!isObject(value) || !('@none' in value)) return [[key, value]];
  const { '@none': plain, ...tagged } = value;
  if (Object.keys(tagged).length === 0) return [[key, plain]];
  return [
    [key, tagged],
    [propertyOf(key), plain],
  ];
}

/** Keywords by the terms of the context that stand for them. */
const keywords = new Map(
  Object.keys(context['@context']).flatMap(key => {
    const property = propertyOf(key);
    return property.startsWith('@') ? [[key, property] as const] : [];
  }),
);

/** A value object, without what is within its `@value`: that may be a JSON literal, which is no JSON-LD. */
function unaliased(value: Json): Json {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [keywords.get(key) ?? key, item]));
}

/** What a key of the context is mapped to, as the context writes it: a property's prefixed name or a keyword. */
function propertyOf(key: string): string {
  const definition = context['@context'][key];
  const id = isObject(definition) ? definition['@id'] : definition;
  return typeof id === 'string' ? id : key;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
