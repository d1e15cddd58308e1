import { graphFormats, type GraphFormatId } from '../rdf/formats.js';

/** The result formats of SELECT and ASK, in the register's own order of preference. */
export const solutionFormats = [
  {
    id: 'json',
    label: 'JSON',
    mediaType: 'application/sparql-results+json',
    aliases: ['application/json'],
    extension: 'srj',
  },
  {
    id: 'xml',
    label: 'XML',
    mediaType: 'application/sparql-results+xml',
    aliases: ['application/xml', 'text/xml'],
    extension: 'srx',
  },
  { id: 'csv', label: 'CSV', mediaType: 'text/csv', aliases: [], extension: 'csv' },
  {
    id: 'tsv',
    label: 'TSV',
    mediaType: 'text/tab-separated-values',
    aliases: [],
    extension: 'tsv',
  },
] as const;

export type SolutionFormatId = (typeof solutionFormats)[number]['id'];

/** How an explanation can be written: a tree for programs, lines for people. */
export const explanationFormats = [
  { id: 'json', mediaType: 'application/json', aliases: [] },
  { id: 'text', mediaType: 'text/plain', aliases: ['text/html', 'application/xhtml+xml'] },
] as const;

export type ExplanationFormat = (typeof explanationFormats)[number]['id'];

/** How the two families of answers are to be written; a family left out is one the client does not accept. */
export interface AnswerFormats {
  readonly solutions?: SolutionFormatId;
  readonly graph?: GraphFormatId;
}

/** The media type that an answer in this format is sent with. */
export function answerMediaType(id: SolutionFormatId | GraphFormatId): string {
  const found = [...solutionFormats, ...graphFormats].find(format => format.id === id);
  return found ? found.mediaType : 'application/octet-stream';
}
