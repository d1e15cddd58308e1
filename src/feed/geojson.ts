import type { Entry } from '../register/entries.js';
import type { Point } from '../register/coordinates.js';
import { inTurn } from '../register/in-turn.js';
import type { Register } from '../register/read.js';
import { toSummary } from '../register/summaries.js';
import type { Language } from '../register/text.js';
import { placesOf } from './places.js';

/** GeoJSON (RFC 7946), as far as it is written here. */
export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Position = readonly [longitude: number, latitude: number];
type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] };

/**
 * The records that have a place, each at the centre of its territories, or of itself for a territory. Those of the
 * whole world have none.
 */
export async function toGeoJson(
  entries: readonly Entry[],
  language: Language,
  register: Register,
): Promise<FeatureCollection> {
  const places = await placesOf(register);
  const features = await inTurn(entries, async (entry): Promise<Feature | undefined> => {
    const thing = register.identifiers.thing(entry);
    const centroids = [thing, ...entry.territories].flatMap(iri => places.get(iri)?.centroid ?? []);
    const geometry = geometryOf(centroids);
    if (!geometry) return undefined;
    return {
      type: 'Feature',
      id: thing,
      geometry,
      properties: await propertiesOf(entry, language, register),
    };
  });
  return { type: 'FeatureCollection', features: features.filter(feature => feature !== undefined) };
}

/** Longitude comes first (RFC 7946 section 3.1.1). */
function geometryOf(points: readonly Point[]): Geometry | undefined {
  const positions = points.map(({ longitude, latitude }): Position => [longitude, latitude]);
  const [first] = positions;
  if (!first) return undefined;
  return positions.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: positions };
}

/** What a map tells of a feature, in the reader's language. */
async function propertiesOf(
  entry: Entry,
  language: Language,
  register: Register,
): Promise<Feature['properties']> {
  const { kind, title, description, type, territories, date } = await toSummary(entry, language, register);
  return {
    kind,
    slug: entry.slug,
    url: register.identifiers.document(entry),
    name: title.value,
    title: title.value,
    ...(description ? { description: description.value } : {}),
    ...(type ? { type: type.value } : {}),
    territories: territories.map(({ value }) => value),
    ...(date === undefined ? {} : { date }),
  };
}
