import { createHash } from 'node:crypto';
import { Problem } from '../errors.js';
import { serializeRdf } from '../rdf/serialize.js';
import type { Register } from '../register/read.js';
import { catalogueQuads } from './catalogue-quads.js';
import { csvDump } from './csv-dump.js';
import type { DescribedDataset } from './dataset-quads.js';
import { datasets, dumpNames, type Dataset, type DumpName } from './datasets.js';
import { dumpFormats, listedFormats, type DumpExtension, type DumpFormat } from './distributions.js';
import { documentsOf } from './documents.js';
import { extentOf, union, type Extent } from './extent.js';
import { OffThreadWriter } from './off-thread.js';

/** A file ready to be sent, with the tag that tells its content from any other. */
export interface PreparedFile {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** The datasets whose things have dates of their own; the others are seen over the time that the register covers. */
const dated: ReadonlySet<DumpName> = new Set(['register', 'action', 'event']);

/** The dumps of the register as it is now. They are made once a revision. */
export function dumpsOf(register: Register): Promise<Dumps> {
  return register.derive('dumps', () => Promise.resolve(new Dumps(register)));
}

/**
 * The files of one revision, each made when it is first asked for and then kept. Walking the store and writing CSV
 * happen here, a record at a time; Turtle, JSON-LD and RDF/XML are written in a thread of their own.
 */
export class Dumps {
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #writer = new OffThreadWriter();

  constructor(private readonly register: Register) {}

  /** @throws Problem `not-acceptable` when the format cannot say the data. */
  file(name: DumpName, extension: DumpExtension): Promise<PreparedFile> {
    return this.#once(`${name}.${extension}`, () => this.#make(name, extension));
  }

  /** The catalogue in one format, with the size of every file that it lists. */
  catalogue(format: Required<Pick<DumpFormat, 'rdf' | 'extension'>>): Promise<PreparedFile> {
    return this.#once(`catalogue ${format.rdf}`, async () => {
      const { base } = this.register.identifiers;
      const quads = catalogueQuads(base, await this.datasets(), format.extension);
      const ntriples = new TextEncoder().encode(await serializeRdf(quads, 'ntriples'));
      return prepared(await this.#writer.write({ ntriples, format: format.rdf }));
    });
  }

  /** The datasets with their dates and the sizes of their files. */
  datasets(): Promise<DescribedDataset[]> {
    return this.#once('datasets', async () => {
      // One walk at a time: several at once would take the same turn of the event loop.
      const extents: Extent[] = [];
      for (const { name } of datasets) extents.push(await this.#extent(name));
      const { start, end } = union(extents);
      const described: DescribedDataset[] = [];
      for (const [index, dataset] of datasets.entries()) {
        const covered = dated.has(dataset.name)
          ? {}
          : { ...(start ? { start } : {}), ...(end ? { end } : {}) };
        const extent = { ...extents[index], ...covered };
        described.push({ ...dataset, extent, sizes: await this.#sizes(dataset) });
      }
      return described;
    });
  }

  /** Makes every file that a portal may ask for. */
  async warm(): Promise<void> {
    for (const name of dumpNames) for (const { extension } of dumpFormats) await this.file(name, extension);
  }

  async #sizes({ name }: Dataset): Promise<DescribedDataset['sizes']> {
    const sizes = await Promise.all(
      listedFormats.map(async ({ extension }) => {
        const file = await this.file(name, extension).catch(orNothing);
        return file ? [[extension, file.bytes.byteLength] as const] : [];
      }),
    );
    return Object.fromEntries(sizes.flat());
  }

  async #make(name: DumpName, extension: DumpExtension): Promise<PreparedFile> {
    if (extension === 'csv') return prepared(await csvDump(name, this.register));
    if (extension === 'nt') return prepared(await this.#ntriples(name));
    const { bytes: ntriples } = await this.file(name, 'nt');
    const format = ({ ttl: 'turtle', jsonld: 'jsonld', rdf: 'rdfxml' } as const)[extension];
    return prepared(await this.#writer.write({ ntriples, format }));
  }

  async #ntriples(name: DumpName): Promise<Uint8Array> {
    const parts: string[] = [];
    for await (const { quads } of documentsOf(name, this.register))
      parts.push(await serializeRdf(quads, 'ntriples'));
    return new TextEncoder().encode(parts.join(''));
  }

  #extent(name: DumpName): Promise<Extent> {
    return this.#once(`extent ${name}`, async () => {
      const found: Extent[] = [];
      for await (const { quads } of documentsOf(name, this.register)) found.push(extentOf(quads));
      return union(found);
    });
  }

  /** A failure is forgotten at once, so that the next who asks has a chance. */
  #once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const made = (this.#made.get(key) ?? make()) as Promise<T>;
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }
}

function orNothing(error: unknown): undefined {
  if (!(error instanceof Problem) || error.kind !== 'not-acceptable') throw error;
}

function prepared(bytes: Uint8Array): PreparedFile {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
