import type { Schema } from './parameters.js';

/** Longitude, then latitude (RFC 7946 section 3.1.1). */
const position: Schema = {
  type: 'array',
  prefixItems: [
    { type: 'number', minimum: -180, maximum: 180 },
    { type: 'number', minimum: -90, maximum: 90 },
  ],
  items: { type: 'number' },
  minItems: 2,
  maxItems: 2,
};

function geometry(type: string, coordinates: Schema): Schema {
  return {
    type: 'object',
    required: ['type', 'coordinates'],
    properties: { type: { const: type }, coordinates },
    additionalProperties: false,
  };
}

const feature: Schema = {
  type: 'object',
  required: ['type', 'id', 'geometry', 'properties'],
  properties: {
    type: { const: 'Feature' },
    id: { type: 'string', format: 'iri' },
    geometry: {
      oneOf: [
        geometry('Point', position),
        geometry('MultiPoint', { type: 'array', items: position, minItems: 2 }),
      ],
    },
    properties: {
      type: 'object',
      required: ['kind', 'slug', 'url', 'name', 'title', 'territories'],
      properties: {
        kind: { type: 'string' },
        slug: { type: 'string' },
        url: { type: 'string', format: 'iri' },
        name: { type: 'string', description: 'What it is called; the same as `title`.' },
        title: { type: 'string' },
        description: { type: 'string' },
        type: { type: 'string' },
        territories: { type: 'array', items: { type: 'string' } },
        date: { type: 'string', description: 'As precise as known: 2022, 2022-06 or 2022-06-15.' },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

/** The lists in GeoJSON: records at the centre of their territories. */
export const featureCollection: Schema = {
  type: 'object',
  required: ['type', 'features'],
  properties: { type: { const: 'FeatureCollection' }, features: { type: 'array', items: feature } },
  additionalProperties: false,
};
