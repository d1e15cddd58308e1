import { Store } from 'n3';
import { namedNode } from '../rdf/terms.js';
import { labelOf } from '../register/labels.js';
import type { Register } from '../register/read.js';
import { columnsOf } from './columns.js';
import { writeCsv } from './csv.js';
import { keysOf } from './csv-metadata.js';
import type { DumpName } from './datasets.js';
import { documentsOf, type DumpedDocument } from './documents.js';
import { cellsOf, headerOf, termsOf, type Subject } from './table.js';

/** A row before its columns: the cells that say what it is about, and that subject. */
interface Row {
  readonly keys: readonly string[];
  readonly subject: Subject;
}

/** A dump as a table: one row per record, or per term of the vocabulary, in the order of their IRIs. */
export async function csvDump(name: DumpName, register: Register): Promise<Uint8Array> {
  const columns = columnsOf(name);
  const nameOf = async (iri: string) => (await labelOf(iri, 'fr', register))?.value;
  const rows: string[][] = [[...keysOf(name), ...columns.flatMap(headerOf)]];
  for await (const document of documentsOf(name, register))
    for (const { keys, subject } of rowsOf(document, register)) {
      const cells = await Promise.all(columns.map(column => cellsOf(column, subject, nameOf)));
      rows.push([...keys, ...cells.flat()]);
    }
  return new TextEncoder().encode(writeCsv(rows));
}

function rowsOf({ iri, record, quads }: DumpedDocument, { identifiers }: Register): Row[] {
  if (!record)
    return termsOf(quads).map(({ subject, type }) => ({ keys: [subject.thing.value, type], subject }));
  const thing = namedNode(identifiers.thing(record));
  const subject: Subject = { quads: new Store([...quads]), thing, record: namedNode(iri) };
  return [{ keys: [thing.value, record.kind, iri], subject }];
}
