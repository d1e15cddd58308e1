import type { GraphFormatId } from '../rdf/formats.js';
import type { Phrase } from './statements.js';

/** A format of the dumps. `fileType` is its code in the EU table; those that have one are listed in the catalogue. */
export interface DumpFormat {
  readonly extension: string;
  readonly label: string;
  readonly mediaType: string;
  /** Absent for CSV, which is no RDF. */
  readonly rdf?: GraphFormatId;
  readonly fileType?: string;
  readonly description?: Phrase;
}

export const dumpFormats = [
  {
    extension: 'ttl',
    label: 'Turtle',
    mediaType: 'text/turtle',
    rdf: 'turtle',
    fileType: 'RDF_TURTLE',
    description: {
      fr: 'Toutes les données du jeu en RDF, au format Turtle.',
      en: 'All the data of the dataset in RDF, as Turtle.',
    },
  },
  {
    extension: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    rdf: 'jsonld',
    fileType: 'JSON_LD',
    description: {
      fr: 'Toutes les données du jeu en RDF, au format JSON-LD, avec leur contexte.',
      en: 'All the data of the dataset in RDF, as JSON-LD, with its context.',
    },
  },
  {
    extension: 'rdf',
    label: 'RDF/XML',
    mediaType: 'application/rdf+xml',
    rdf: 'rdfxml',
    fileType: 'RDF_XML',
    description: {
      fr: 'Toutes les données du jeu en RDF, au format RDF/XML.',
      en: 'All the data of the dataset in RDF, as RDF/XML.',
    },
  },
  {
    extension: 'csv',
    label: 'CSV',
    mediaType: 'text/csv',
    fileType: 'CSV',
    description: {
      fr: 'Un tableau pour tableur, une ligne par notice ou par terme (UTF-8, virgule) ; ses colonnes sont décrites dans un fichier joint.',
      en: 'A table for spreadsheets, one row per record or per term (UTF-8, comma); its columns are described in a file beside it.',
    },
  },
  {
    extension: 'nt',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    rdf: 'ntriples',
  },
] as const satisfies readonly DumpFormat[];

export type DumpExtension = (typeof dumpFormats)[number]['extension'];

/** The formats that the catalogue lists. N-Triples is left to those who know of it: four files are enough for a portal. */
export const listedFormats = dumpFormats.filter(format => 'fileType' in format);

/** The path of a dump below the base IRI; it never changes. */
export function dumpPath(name: string, extension: string): string {
  return `dump/${name}.${extension}`;
}

/** The path of the description of a CSV dump's columns (CSV on the Web, Model, section 5.3: the default location). */
export function csvMetadataPath(name: string): string {
  return dumpPath(name, 'csv-metadata.json');
}
