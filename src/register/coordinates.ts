import type { Language } from './text.js';

/** Letters of the four directions: north, south, east, west. */
const directions: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  fr: ['N', 'S', 'E', 'O'],
  en: ['N', 'S', 'E', 'W'],
};

/** Where a point is, in degrees (WGS 84). */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * The point that well-known text such as `POINT(-2.84 48.18)` tells, longitude first
 * (GeoSPARQL 1.1 section 8.5.1, CRS84).
 * @returns undefined for anything that is not such a point
 */
export function parsePoint(wkt: string): Point | undefined {
  const [, longitude, latitude] = /^POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)$/i.exec(wkt) ?? [];
  if (longitude === undefined || latitude === undefined) return undefined;
  return { longitude: Number(longitude), latitude: Number(latitude) };
}

/**
 * A point as people write it: `48,18° N, 2,84° O` for `POINT(-2.84 48.18)`.
 * @returns undefined for anything that is not such a point
 */
export function formatPoint(wkt: string, language: Language): string | undefined {
  const point = parsePoint(wkt);
  if (!point) return undefined;
  const [north, south, east, west] = directions[language];
  const degrees = new Intl.NumberFormat(language, { maximumFractionDigits: 5 });
  const write = (value: number, positive: string, negative: string) =>
    `${degrees.format(Math.abs(value))}° ${value < 0 ? negative : positive}`;
  return `${write(point.latitude, north, south)}, ${write(point.longitude, east, west)}`;
}
