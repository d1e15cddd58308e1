import { createHash } from 'node:crypto';
import { Problem } from '../errors.js';
import { graphFormats, type GraphFormatId } from '../rdf/formats.js';
import { serializeRdf } from '../rdf/serialize.js';
import type { Register } from '../register/read.js';
import { catalogueQuads } from './catalogue-quads.js';
import { csvDump } from './csv-dump.js';
import type { DescribedDataset } from './dataset-quads.js';
import { datedDatasets, type DatedDataset } from './dated-datasets.js';
import { dumpNames, registerParts, type Dataset, type DumpName, type RegisterPart } from './datasets.js';
import { dumpFormats, type DumpExtension, type DumpFormat } from './distributions.js';
import { documentsOf } from './documents.js';
import { extentOf, union, type Extent } from './extent.js';
import { OffThreadWriter } from './off-thread.js';
import type { Publisher } from './publisher.js';

/** A file ready to be sent, with the tag that tells its content from any other. */
export interface PreparedFile {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly madeAt: Date;
}

const refused = 'refused';

/** The dumps of the register as it is now. They are made once a revision. */
export function dumpsOf(register: Register): Promise<Dumps> {
  return register.derive('dumps', () => Promise.resolve(new Dumps(register)));
}

/**
 * The files of one revision, each made when it is first asked for and then kept; what lists them waits for none. Walking the
 * store and writing CSV happen here, a record at a time; Turtle, JSON-LD and RDF/XML are written in a thread of their own.
 */
export class Dumps {
  readonly #made = new Map<string, Promise<unknown>>();
  /** The files that were made, and those whose format cannot say the data. */
  readonly #settled = new Map<string, PreparedFile | typeof refused>();
  readonly #writer = new OffThreadWriter();

  constructor(private readonly register: Register) {}

  /** @throws Problem `not-acceptable` when the format cannot say the data. */
  file(name: DumpName, extension: DumpExtension): Promise<PreparedFile> {
    const path = `${name}.${extension}`;
    return this.#once(path, async () => {
      try {
        const file = await this.#make(name, extension);
        this.#settle(path, file);
        return file;
      } catch (error) {
        if (error instanceof Problem && error.kind === 'not-acceptable') this.#settle(path, refused);
        throw error;
      }
    });
  }

  /** The catalogue tells what is known of every file. */
  #settle(path: string, file: PreparedFile | typeof refused): void {
    this.#settled.set(path, file);
    for (const { id } of graphFormats) this.#made.delete(catalogueKey(id));
  }

  /** Whether every file was made, or refused: what is said of them will not change any more. */
  get isComplete(): boolean {
    return this.#settled.size === dumpNames.length * dumpFormats.length;
  }

  /** The catalogue in one format, with the sizes that are known of the files that it lists. */
  catalogue(
    format: Required<Pick<DumpFormat, 'rdf' | 'extension'>>,
    publisher: Publisher,
  ): Promise<PreparedFile> {
    return this.#once(catalogueKey(format.rdf), async () => {
      const { base } = this.register.identifiers;
      const quads = catalogueQuads(base, await this.datasets(), format.extension, publisher);
      const ntriples = new TextEncoder().encode(await serializeRdf(quads, 'ntriples'));
      return prepared(await this.#writer.write({ ntriples, format: format.rdf }));
    });
  }

  /** The datasets with their dates, and what is known of their files. */
  async datasets(): Promise<DescribedDataset[]> {
    const dated = await this.#datedDatasets();
    return dated.map(dataset => ({ ...dataset, ...this.#files(dataset) }));
  }

  /** Makes every file that a portal may ask for. */
  async warm(): Promise<void> {
    for (const name of dumpNames)
      for (const { extension } of dumpFormats) await this.file(name, extension).catch(orNothing);
  }

  #files({ name }: Dataset): Pick<DescribedDataset, 'sizes' | 'refused'> {
    const settled = dumpFormats.map(
      ({ extension }) => [extension, this.#settled.get(`${name}.${extension}`)] as const,
    );
    return {
      sizes: Object.fromEntries(
        settled.flatMap(([extension, file]) =>
          file === undefined || file === refused ? [] : [[extension, file.bytes.byteLength] as const],
        ),
      ),
      refused: new Set(settled.flatMap(([extension, file]) => (file === refused ? [extension] : []))),
    };
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

  #datedDatasets(): Promise<DatedDataset[]> {
    return this.#once('extents', async () => {
      const found = new Map<RegisterPart, Extent>();
      // One walk at a time: several at once would take the same turn of the event loop.
      for (const name of registerParts) found.set(name, await this.#extent(name));
      return datedDatasets(found);
    });
  }

  async #extent(name: RegisterPart): Promise<Extent> {
    const found: Extent[] = [];
    for await (const { quads } of documentsOf(name, this.register)) found.push(extentOf(quads));
    return union(found);
  }

  /** A failure is forgotten at once, so that the next who asks has a chance. */
  #once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const made = (this.#made.get(key) ?? make()) as Promise<T>;
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }
}

function catalogueKey(format: GraphFormatId): string {
  return `catalogue ${format}`;
}

function orNothing(error: unknown): undefined {
  if (!(error instanceof Problem) || error.kind !== 'not-acceptable') throw error;
}

function prepared(bytes: Uint8Array): PreparedFile {
  return {
    bytes,
    madeAt: new Date(),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
}
