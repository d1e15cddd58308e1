import { isUtf8 } from 'node:buffer';
import { Problem } from '../errors.js';
import { inFile } from '../rdf/in-file.js';
import { parseLines } from '../rdf/parse.js';
import { decodeUtf8 } from '../rdf/utf8.js';
import { fileBytes } from './file-bytes.js';
import { LineReader } from './line-reader.js';
import type { QuadLoader } from './quad-loader.js';
import { tags } from './term-tags.js';
import { wholeLines } from './whole-lines.js';

/** A file of N-Triples or N-Quads, and the name of the graph that its triples go to if they name none. */
export interface LineFile {
  readonly path: string;
  readonly format: 'ntriples' | 'nquads';
  readonly graph: string;
}

const lineFeed = 10;
const byteOrderMark = Buffer.from('\ufeff');

/**
 * Reads a file of any size, line by line, into a loader. Its blank nodes are its own.
 * @throws Problem `syntax-error` with n3's message, the file and the line
 */
export async function readNTriples(file: LineFile, loader: QuadLoader): Promise<void> {
  const lines = new LineFileReader(file, loader);
  try {
    for await (const block of wholeLines(fileBytes(file.path)))
      lines.read(block.at(-1) === lineFeed ? block : Buffer.concat([block, Buffer.of(lineFeed)]));
  } catch (error) {
    throw inFile(file.path, error);
  }
}

/** Reads the lines of one file, the usual ones byte by byte, all others with n3. */
class LineFileReader {
  #line = 0;
  readonly #usual: LineReader;
  readonly #blankNodePrefix: string;
  readonly #graph: number;

  constructor(
    private readonly file: LineFile,
    private readonly loader: QuadLoader,
  ) {
    this.#blankNodePrefix = loader.blankNodePrefix();
    this.#graph = loader.writer.addText(tags.iri, file.graph);
    this.#usual = new LineReader(loader.writer, {
      blankNodePrefix: this.#blankNodePrefix,
      namesGraph: file.format === 'nquads',
      graph: this.#graph,
    });
  }

  /** Reads whole lines, each with its line feed. */
  read(bytes: Buffer): void {
    const end = bytes.length;
    const isText = isUtf8(bytes);
    const usual = this.#usual;
    let start = this.#line === 0 && bytes.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
    while (start < end) {
      this.#line += 1;
      const stop = isText ? usual.read(bytes, start) : -1;
      if (stop >= 0) {
        this.loader.addIds(usual.s, usual.p, usual.o, usual.g);
        start = stop + 1;
        continue;
      }
      const lineEnd = bytes.indexOf(lineFeed, start);
      this.#readUnusual(bytes.subarray(start, lineEnd));
      start = lineEnd + 1;
    }
  }

  #readUnusual(bytes: Buffer): void {
    const { writer } = this.loader;
    for (const { subject, predicate, object, graph } of this.#parse(bytes)) {
      const [s, p, o] = [writer.add(subject), writer.add(predicate), writer.add(object)];
      this.loader.addIds(s, p, o, graph.termType === 'DefaultGraph' ? this.#graph : writer.add(graph));
    }
  }

  #parse(bytes: Buffer): ReturnType<typeof parseLines> {
    try {
      const text = decodeUtf8(bytes);
      return text.trim() === '' ? [] : parseLines(text, this.file.format, this.#blankNodePrefix);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // The parser sees one line only, and names blank nodes as the store does.
      const message = error.message
        .replace(/\bline 1(?=[.)]| are)/, `line ${String(this.#line)}`)
        .replaceAll(`_:${this.#blankNodePrefix}`, '_:');
      throw new Problem(error.kind, message, { ...error.members, line: this.#line });
    }
  }
}
