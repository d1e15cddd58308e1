import type { Request } from 'express';
import { Problem } from '../errors.js';
import { explanationFormats, type ExplanationFormat } from '../sparql/formats.js';
import { negotiate } from './negotiate.js';

/**
 * How an explanation is to be written: `format` says so, else the Accept header. Browsers get the lines for people.
 * @throws Problem `bad-request` for another format; `not-acceptable`
 */
export function explanationFormat(request: Request, format: string | undefined): ExplanationFormat {
  if (format === undefined) return negotiate(request, explanationFormats).id;
  const found = explanationFormats.find(({ id, mediaType }) => id === format || mediaType === format);
  if (found) return found.id;
  const known = explanationFormats.map(({ id }) => id).join(', ');
  throw new Problem(
    'bad-request',
    {
      en: `An explanation has no format "${format}". Known: ${known}.`,
      fr: `Une explication n'a pas de format « ${format} ». Connus : ${known}.`,
    },
    { parameter: 'format' },
  );
}
