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

/** CSV with semicolons, for spreadsheets that take the comma for the decimal sign. No client of the protocol is given it. */
export const semicolonCsv = 'csv-semicolon';

export type SolutionFormatId = (typeof solutionFormats)[number]['id'];
export type WrittenFormatId = SolutionFormatId | typeof semicolonCsv;

/** How an explanation can be written: a tree for programs, lines for people. */
export const explanationFormats = [
  { id: 'json', mediaType: 'application/json', aliases: [] },
  { id: 'text', mediaType: 'text/plain', aliases: ['text/html', 'application/xhtml+xml'] },
] as const;

export type ExplanationFormat = (typeof explanationFormats)[number]['id'];

/** How the two families of answers are to be written; a family left out is one the client does not accept. */
export interface AnswerFormats {
  readonly solutions?: WrittenFormatId;
  readonly graph?: GraphFormatId;
}

/** The media type that an answer in this format is sent with. */
export function answerMediaType(id: WrittenFormatId | GraphFormatId): string {
  if (id === semicolonCsv) return answerMediaType('csv');
  const found = [...solutionFormats, ...graphFormats].find(format => format.id === id);
  return found ? found.mediaType : 'application/octet-stream';
}
