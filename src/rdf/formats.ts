/** An RDF serialisation: how it is named in HTTP, in file names and to people. */
export interface RdfFormat {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients use for it; understood, never sent. */
  readonly aliases: readonly string[];
  readonly extension: string;
  /** Other extensions of files in it, which are of files in other formats, too. */
  readonly otherExtensions: readonly string[];
  /** Whether it can name graphs. */
  readonly quads: boolean;
}

/** The formats the register writes for a graph, in its own order of preference (first wins a tie). */
export const graphFormats = [
  {
    id: 'turtle',
    label: 'Turtle',
    mediaType: 'text/turtle',
    aliases: ['application/x-turtle', 'text/n3'],
    extension: 'ttl',
    otherExtensions: ['n3'],
    quads: false,
  },
  {
    id: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    aliases: ['application/json'],
    extension: 'jsonld',
    otherExtensions: ['json'],
    quads: false,
  },
  {
    id: 'rdfxml',
    label: 'RDF/XML',
    mediaType: 'application/rdf+xml',
    aliases: ['application/xml', 'text/xml'],
    extension: 'rdf',
    otherExtensions: ['owl', 'xml'],
    quads: false,
  },
  {
    id: 'ntriples',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    aliases: ['text/plain'],
    extension: 'nt',
    otherExtensions: [],
    quads: false,
  },
] as const satisfies readonly RdfFormat[];

/** Formats of whole datasets, read from seed files and written by exports. */
const datasetFormats = [
  {
    id: 'nquads',
    label: 'N-Quads',
    mediaType: 'application/n-quads',
    aliases: [],
    extension: 'nq',
    otherExtensions: [],
    quads: true,
  },
  {
    id: 'trig',
    label: 'TriG',
    mediaType: 'application/trig',
    aliases: [],
    extension: 'trig',
    otherExtensions: [],
    quads: true,
  },
] as const satisfies readonly RdfFormat[];

export type GraphFormatId = (typeof graphFormats)[number]['id'];
export type RdfFormatId = GraphFormatId | (typeof datasetFormats)[number]['id'];

export const rdfFormats: readonly (RdfFormat & { readonly id: RdfFormatId })[] = [
  ...graphFormats,
  ...datasetFormats,
];

/** What the name of a file says of it. */
export interface RdfFileName {
  readonly format: RdfFormatId;
  /** The name without what says so. */
  readonly stem: string;
  /** Whether files of other formats are called so, too: what is in it decides. */
  readonly isShared: boolean;
}

/** Reads a file name such as `openstreetmap.ttl` or `dump.nt.gz`; undefined when its extension is no RDF one. */
export function rdfFileName(name: string): RdfFileName | undefined {
  const [, stem = '', given = ''] = /^(.*)\.([^.]+)$/s.exec(name.replace(/\.gz$/i, '')) ?? [];
  const extension = given.toLowerCase();
  const format = rdfFormats.find(
    ({ extension: own, otherExtensions }) => own === extension || otherExtensions.includes(extension),
  );
  return format && { format: format.id, stem, isShared: format.extension !== extension };
}

/** Whether the name of a file says that it is compressed. */
export function isCompressed(name: string): boolean {
  return /\.gz$/i.test(name);
}
