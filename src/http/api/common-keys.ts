import type { Quad } from '@rdfjs/types';
import type { Tree } from '../../jsonld/frame.js';
import { objects } from '../../rdf/terms.js';
import { datingProperties, endingProperty } from '../../register/common-properties.js';
import { dateOf } from '../../register/written-date.js';

/** Where the context has `name`, which all things have here. */
export const namedBy = 'foaf:name';

/**
 * Keys that are the same for every kind of thing, beside those that the context names after the property: what a thing is
 * called, and what parameters are called too. The first of the keys that is there gives the value. They say what those say,
 * so they mean nothing to a JSON-LD processor.
 */
export const commonKeys = {
  name: ['title', namedBy, 'prefLabel', 'label', 'placeName'],
  licence: ['license'],
  actor: ['agent'],
} as const satisfies Record<string, readonly string[]>;

/** When a thing was, in one place whatever the property and however precise. */
export const dateKeys = {
  date: datingProperties,
  end: [endingProperty],
} as const satisfies Record<string, readonly string[]>;

/** What answers add to the context. */
export const commonContext: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(Object.keys(commonKeys).map(key => [key, null])),
  ...Object.fromEntries(
    Object.keys(dateKeys)
      .flatMap(key => [key, precisionKey(key)])
      .map(key => [key, null]),
  ),
  [namedBy]: { '@container': '@language' },
};

/** The key that says how precise a date is: `year`, `month`, `day` or `time`. */
export function precisionKey(key: string): string {
  return `${key}Precision`;
}

/**
 * A thing as a tree, with the keys that all kinds have.
 * @param quads that the tree was made of
 */
export function withCommonKeys(tree: Tree, quads: readonly Quad[]): Tree {
  const { id, type, ...others } = withinNode(tree);
  return { id, type, ...others, ...datesOf(String(id), quads) };
}

function datesOf(thing: string, quads: readonly Quad[]): Tree {
  return Object.fromEntries(
    Object.entries(dateKeys).flatMap(([key, properties]) => {
      const terms = properties.flatMap(property => objects(quads, thing, property));
      const term = terms.find(each => dateOf(each));
      const precision = dateOf(term)?.precision;
      return term && precision
        ? [
            [key, term.value],
            [precisionKey(key), precision],
          ]
        : [];
    }),
  );
}

/** Each common key stands beside the one that it says the same as. */
function withinNode(node: Tree): Tree {
  const own = Object.entries(node).map(
    ([key, value]) => [key === 'name' ? namedBy : key, within(value)] as const,
  );
  const keys = own.map(([key]) => key);
  const common = Object.entries(commonKeys).map(
    ([key, sources]) => [key, sources.find(source => keys.includes(source))] as const,
  );
  return Object.fromEntries(
    own.flatMap(([key, value]) => [
      [key, value] as const,
      ...common.filter(([, source]) => source === key).map(([also]) => [also, value] as const),
    ]),
  );
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return isNode(value) ? withinNode(value) : value;
}

function isNode(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
