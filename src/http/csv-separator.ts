import type { Words } from '../errors.js';
import type { Format } from '../register/views.js';
import { single } from './criteria.js';
import { wrongValue } from './refusals.js';

/** What stands between the cells of a CSV file, by the names that the parameter `separator` takes. */
const separators = { comma: ',', semicolon: ';' } as const;
export const separatorNames = Object.keys(separators) as readonly (keyof typeof separators)[];

export type Separator = (typeof separators)[keyof typeof separators];

/** What leads to a file that spreadsheets open which take the comma for the decimal sign. */
const link: Words = { fr: 'CSV pour Excel en français', en: 'CSV for Excel in French' };

/**
 * The separator that a CSV file is asked for with; undefined where it may have its own, the comma.
 * @throws Problem `bad-request` for one that there is not
 */
export function readSeparator(url: URLSearchParams): Separator | undefined {
  const given = single('separator', url);
  if (given === undefined) return undefined;
  const found = separatorNames.find(name => given === name || given === separators[name]);
  const names = separatorNames.join(', ');
  if (!found) throw wrongValue('separator', { en: `one of ${names}`, fr: `l'une de ces valeurs : ${names}` });
  return separators[found];
}

/** The formats, with one more after CSV: the same with semicolons. */
export function withSemicolons(formats: readonly Format[], language: keyof Words): Format[] {
  return formats.flatMap(format =>
    format.mediaType === 'text/csv'
      ? [format, { ...format, name: link[language], query: [['separator', 'semicolon']] }]
      : [format],
  );
}
