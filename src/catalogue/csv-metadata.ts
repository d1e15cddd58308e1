import { expand } from '../rdf/prefixes.js';
import { columnsOf, type Column } from './columns.js';
import type { DumpName } from './datasets.js';
import { dumpPath } from './distributions.js';
import { licenceOf, type LicenceCode } from './licences.js';
import type { Phrase } from './statements.js';
import { headerOf, separator } from './table.js';

/** Columns that say which record or term a row is about. */
const recordKeys = {
  id: { fr: 'Identifiant de la chose décrite', en: 'Identifier of the thing described' },
  kind: { fr: 'Sorte de notice', en: 'Kind of record' },
  record: { fr: 'Notice', en: 'Record' },
};
const termKeys = {
  id: { fr: 'Identifiant du terme', en: 'Identifier of the term' },
  kind: { fr: 'Sorte de terme', en: 'Kind of term' },
};

const datatypes: Readonly<Record<string, string>> = { id: 'anyURI', record: 'anyURI', kind: 'string' };

/** The first header cells of a dump. */
export function keysOf(name: DumpName): string[] {
  return Object.keys(name === 'vocabulary' ? termKeys : recordKeys);
}

/**
 * What the columns of a dump in CSV mean: a table description of CSV on the Web (Metadata Vocabulary for Tabular Data).
 * @param licence of the dump
 */
export function csvMetadata(name: DumpName, base: string, licence: LicenceCode): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
    url: `${base}/${dumpPath(name, 'csv')}`,
    'dc:description': both({
      fr: `Une ligne par ${name === 'vocabulary' ? 'terme' : 'notice'}. Plusieurs valeurs d'une cellule sont séparées par « ${separator} ». Une cellule qu'un tableur exécuterait comme une formule commence par une apostrophe.`,
      en: `One row per ${name === 'vocabulary' ? 'term' : 'record'}. Several values of a cell are separated by "${separator}". A cell that a spreadsheet would run as a formula begins with an apostrophe.`,
    }),
    'dc:license': { '@id': licenceOf(licence).page },
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: '\r\n', quoteChar: '"' },
    tableSchema: {
      columns: [
        ...Object.entries(name === 'vocabulary' ? termKeys : recordKeys).map(([key, title]) => ({
          name: key,
          titles: key,
          'dc:title': both(title),
          datatype: datatypes[key],
          required: true,
          suppressOutput: true,
        })),
        ...columnsOf(name).flatMap(describeColumn),
      ],
      primaryKey: ['id', 'kind'],
      aboutUrl: '{+id}',
    },
  };
}

/** What the second and third cells of a column add to its title. */
const additions: Readonly<Record<string, Phrase>> = {
  fr: { fr: 'en français', en: 'in French' },
  en: { fr: 'en anglais', en: 'in English' },
  label: { fr: 'en toutes lettres, en français', en: 'in words, in French' },
  role: { fr: 'rôles, dans le même ordre', en: 'roles, in the same order' },
};

function describeColumn(column: Column): object[] {
  const { name, title, path, form } = column;
  return headerOf(column).map(cell => {
    const addition = additions[cell.slice(name.length + 1)];
    const language = cell.endsWith('_en') ? 'en' : 'fr';
    const isText = form.as === 'texts' || cell.endsWith('_label');
    const datatype = form.as === 'value' ? form.datatype : isText ? 'string' : 'anyURI';
    return {
      name: cell,
      titles: cell,
      'dc:title': both(addition ? joined(title, addition) : title),
      datatype,
      ...(form.as === 'texts' && !form.list ? {} : { separator }),
      ...(isText ? { lang: language } : {}),
      ...output(column, cell),
      'dc:source': path,
    };
  });
}

/** A cell that states one property of the thing itself can be turned into RDF; the others are for people. */
function output({ path, form, ofRecord }: Column, cell: string): object {
  const isDirect =
    /^[\w-]+:[\w-]+$/.test(path) && !ofRecord && form.as !== 'pairs' && !cell.endsWith('_label');
  return isDirect ? { propertyUrl: expand(path) } : { suppressOutput: true };
}

function both({ fr, en }: Phrase): object[] {
  return [
    { '@value': fr, '@language': 'fr' },
    { '@value': en, '@language': 'en' },
  ];
}

function joined(title: Phrase, addition: Phrase): Phrase {
  return { fr: `${title.fr}, ${addition.fr}`, en: `${title.en}, ${addition.en}` };
}
