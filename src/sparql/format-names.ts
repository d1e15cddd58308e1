import { graphFormats, type GraphFormatId } from '../rdf/formats.js';
import { solutionFormats, type AnswerFormats, type SolutionFormatId } from './formats.js';

/**
 * What clients call the formats in `format=`, besides their names here, extensions and media types: SPARQLWrapper,
 * Virtuoso's and Fuseki's forms, rdflib, RDF4J. A name may stand for one format of each family.
 */
const calledBy: Readonly<Record<SolutionFormatId | GraphFormatId, readonly string[]>> = {
  json: ['sparql-results+json'],
  xml: ['sparql-results+xml'],
  csv: [],
  tsv: [],
  turtle: ['n3', 'text/rdf+n3'],
  jsonld: ['json-ld', 'json', 'ld+json'],
  rdfxml: ['xml', 'rdf+xml', 'rdf/xml', 'rdf-xml', 'pretty-xml'],
  ntriples: ['n-triples', 'text'],
};

interface Format {
  readonly id: SolutionFormatId | GraphFormatId;
  readonly mediaType: string;
  readonly aliases: readonly string[];
  readonly extension: string;
}

/** The formats that a client means by a name or a media type: of either family, of both, or of none. */
export function formatsCalled(name: string): AnswerFormats {
  // A "+" that was not encoded is a space; parameters of a media type say nothing of the format.
  const [said = ''] = name.trim().toLowerCase().replaceAll(' ', '+').split(';');
  const solutions = solutionFormats.find(format => isCalled(format, said))?.id;
  const graph = graphFormats.find(format => isCalled(format, said))?.id;
  return { ...(solutions ? { solutions } : {}), ...(graph ? { graph } : {}) };
}

function isCalled({ id, mediaType, aliases, extension }: Format, said: string): boolean {
  return [id, mediaType, extension, ...aliases, ...calledBy[id]].includes(said);
}
