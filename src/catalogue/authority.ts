import type { NamedNode, Quad } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { literal, namedNode } from '../rdf/terms.js';
import { describe, named, texts, type Facts, type Phrase } from './statements.js';

/** The tables of the Publications Office of the European Union. */
const tables = 'http://publications.europa.eu/resource/authority/';

/** A concept of one of the tables: `authority('language', 'FRA')`. */
export function authority(table: string, code: string): NamedNode {
  return namedNode(`${tables}${table}/${code}`);
}

/** The scheme that the concepts of a table are in. */
export function authorityTable(table: string): NamedNode {
  return namedNode(tables + table);
}

/** An IANA media type as DCAT names it. udata strips `https:` only, so the IRI has it, as IANA's own pages do. */
export function ianaMediaType(mediaType: string): NamedNode {
  return namedNode(`https://www.iana.org/assignments/media-types/${mediaType}`);
}

interface Table {
  readonly title: Phrase;
  /** The class that DCAT-AP asks of the table's concepts. */
  readonly type: string;
  readonly concepts: Readonly<Record<string, Phrase>>;
}

/** The concepts that the catalogue points to. File types have no rdfs:label: udata would take it for the format. */
const used: Readonly<Record<string, Table>> = {
  'data-theme': {
    title: { fr: 'Thèmes de données', en: 'Data theme' },
    type: 'skos:Concept',
    concepts: {
      GOVE: { fr: 'Gouvernement et secteur public', en: 'Government and public sector' },
      REGI: { fr: 'Régions et villes', en: 'Regions and cities' },
      TECH: { fr: 'Science et technologie', en: 'Science and technology' },
    },
  },
  language: {
    title: { fr: 'Langues', en: 'Language' },
    type: 'dct:LinguisticSystem',
    concepts: { FRA: { fr: 'français', en: 'French' }, ENG: { fr: 'anglais', en: 'English' } },
  },
  'access-right': {
    title: { fr: "Droits d'accès", en: 'Access right' },
    type: 'dct:RightsStatement',
    concepts: { PUBLIC: { fr: 'public', en: 'public' } },
  },
  frequency: {
    title: { fr: 'Fréquences', en: 'Frequency' },
    type: 'dct:Frequency',
    concepts: { IRREG: { fr: 'irrégulière', en: 'irregular' } },
  },
  'planned-availability': {
    title: { fr: 'Disponibilités prévues', en: 'Planned availability' },
    type: 'skos:Concept',
    concepts: { STABLE: { fr: 'stable', en: 'stable' } },
  },
  'file-type': {
    title: { fr: 'Types de fichier', en: 'File type' },
    type: 'dct:MediaTypeOrExtent',
    concepts: {
      RDF_TURTLE: { fr: 'Turtle', en: 'Turtle' },
      JSON_LD: { fr: 'JSON-LD', en: 'JSON-LD' },
      RDF_XML: { fr: 'RDF/XML', en: 'RDF/XML' },
      CSV: { fr: 'CSV', en: 'CSV' },
    },
  },
  country: {
    title: { fr: 'Pays', en: 'Country' },
    type: 'dct:Location',
    concepts: { FRA: { fr: 'France', en: 'France' } },
  },
  continent: {
    title: { fr: 'Continents', en: 'Continent' },
    type: 'dct:Location',
    concepts: { EUROPE: { fr: 'Europe', en: 'Europe' } },
  },
};

/**
 * West, south, east, north and centre of the places. The box is a polygon in WKT without a reference system and the
 * centre in GML: udata reads polygons only, and passes over GML without a word.
 */
const extents = {
  FRA: { box: [-5.15, 41.33, 9.57, 51.09], centre: '2.21 46.21' },
  EUROPE: { box: [-25, 34, 45, 72], centre: '10 53' },
} as const satisfies Record<string, { box: readonly [number, number, number, number]; centre: string }>;

/** A place that a dataset is about, as it stands in one of the tables. */
export type AuthorityPlace = readonly [table: 'country' | 'continent', code: keyof typeof extents];

/** West, south, east and north of a place. */
export function extentOfPlace([, code]: AuthorityPlace) {
  return extents[code].box;
}

export function placeName([table, code]: AuthorityPlace): Phrase {
  return used[table]?.concepts[code] ?? { fr: code, en: code };
}

/**
 * Every concept that the catalogue points to, with its class, label and scheme: the shapes of DCAT-AP look for them
 * in the feed itself, so that it validates with no download.
 */
export function authorityConcepts(): Quad[] {
  return Object.entries(used).flatMap(([table, { title, type, concepts: ofTable }]) => [
    ...describe(authorityTable(table), {
      'rdf:type': named('skos:ConceptScheme'),
      'dct:title': texts(title),
    }),
    ...Object.entries(ofTable).flatMap(([code, label]) =>
      describe(authority(table, code), {
        'rdf:type': named(type),
        'skos:prefLabel': texts(label),
        'skos:inScheme': authorityTable(table),
        ...extentFacts(code, type),
      }),
    ),
  ]);
}

function isPlace(code: string): code is keyof typeof extents {
  return Object.hasOwn(extents, code);
}

function extentFacts(code: string, type: string): Facts {
  if (type !== 'dct:Location' || !isPlace(code)) return {};
  const extent = extents[code];
  const [west, south, east, north] = extent.box;
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const polygon = `POLYGON((${corners.map(corner => corner.join(' ')).join(', ')}))`;
  const point = `<gml:Point xmlns:gml="http://www.opengis.net/gml" srsName="http://www.opengis.net/def/crs/OGC/1.3/CRS84"><gml:pos>${extent.centre}</gml:pos></gml:Point>`;
  return {
    'dcat:bbox': literal(polygon, namedNode(iri('geosparql', 'wktLiteral'))),
    'dcat:centroid': literal(point, namedNode(iri('geosparql', 'gmlLiteral'))),
  };
}
