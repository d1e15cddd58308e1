import { context } from './document-loader.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The tree without `@none`, which JSON-LD puts where a text has no language (JSON-LD 1.1 section 4.6.3) and readers of
 * plain JSON know nothing of: such a text stands alone under its key, which says the same to a JSON-LD processor (of
 * its API, section 5.1.2, only maps are read as texts by language). Beside texts that have a language, it stands under
 * the name of its property.
 */
export function withoutNone(tree: Json): Json {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
      if (!isObject(value) || !('@none' in value)) return [[key, within(value)]];
      const { '@none': plain, ...tagged } = value;
      if (Object.keys(tagged).length === 0) return [[key, plain]];
      return [
        [key, tagged],
        [propertyOf(key), plain],
      ];
    }),
  );
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return isObject(value) ? withoutNone(value) : value;
}

/** The prefixed name of a key's property. */
function propertyOf(key: string): string {
  const definition = context['@context'][key];
  const id = isObject(definition) ? definition['@id'] : definition;
  return typeof id === 'string' ? id : key;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
