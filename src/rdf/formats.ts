/** An RDF serialisation: how it is named in HTTP, in file names and to people. */
export interface RdfFormat {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients use for it; understood, never sent. */
  readonly aliases: readonly string[];
  readonly extension: string;
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
    quads: false,
  },
  {
    id: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    aliases: ['application/json'],
    extension: 'jsonld',
    quads: false,
  },
  {
    id: 'rdfxml',
    label: 'RDF/XML',
    mediaType: 'application/rdf+xml',
    aliases: ['application/xml', 'text/xml'],
    extension: 'rdf',
    quads: false,
  },
  {
    id: 'ntriples',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    aliases: ['text/plain'],
    extension: 'nt',
    quads: false,
  },
] as const satisfies readonly RdfFormat[];

/** Formats of whole datasets, read from seed files and written by exports. */
export const datasetFormats = [
  {
    id: 'nquads',
    label: 'N-Quads',
    mediaType: 'application/n-quads',
    aliases: [],
    extension: 'nq',
    quads: true,
  },
  { id: 'trig', label: 'TriG', mediaType: 'application/trig', aliases: [], extension: 'trig', quads: true },
] as const satisfies readonly RdfFormat[];

export type GraphFormatId = (typeof graphFormats)[number]['id'];
export type RdfFormatId = GraphFormatId | (typeof datasetFormats)[number]['id'];

export const rdfFormats: readonly (RdfFormat & { readonly id: RdfFormatId })[] = [
  ...graphFormats,
  ...datasetFormats,
];

/** The format of a file name such as `openstreetmap.ttl`; undefined when its extension is no RDF one. */
export function formatOfFile(name: string): (typeof rdfFormats)[number] | undefined {
  const [, extension] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  return rdfFormats.find(format => format.extension === extension);
}
