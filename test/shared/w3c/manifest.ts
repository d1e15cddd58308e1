import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Quad, Term } from '@rdfjs/types';
import type { RdfFormatId } from '../../../src/rdf/formats.js';
import { parseRdf } from '../../../src/rdf/parse.js';
import { prefixes } from '../../../src/rdf/prefixes.js';

const rdf = prefixes.rdf;
const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';

/** A test of a manifest: its names, and what the manifest says of it. */
export interface ManifestTest {
  /** `sparql11/aggregates COUNT 1`: the folder, and the name that the manifest gives. */
  readonly name: string;
  /** `QueryEvaluationTest`, `PositiveSyntaxTest11` … */
  readonly type: string;
  readonly node: Term;
  readonly manifest: Manifest;
}

const formats: Readonly<Record<string, RdfFormatId>> = {
  ttl: 'turtle',
  nt: 'ntriples',
  nq: 'nquads',
  trig: 'trig',
  rdf: 'rdfxml',
};

/** The quads of a file, by its file URL. */
export function readRdf(url: string): Promise<Quad[]> {
  const format = formats[url.slice(url.lastIndexOf('.') + 1)];
  if (!format) throw new Error(`${url} is no RDF.`);
  return parseRdf(readFileSync(fileURLToPath(url), 'utf8'), { format, base: url });
}

/** What a manifest says, as lookups. */
export class Manifest {
  private constructor(
    readonly folder: string,
    private readonly quads: readonly Quad[],
  ) {}

  /** @param folder within the suite, such as `sparql11/aggregates` */
  static async read(suite: string, folder: string): Promise<Manifest> {
    return new Manifest(folder, await readRdf(pathToFileURL(`${suite}/${folder}/manifest.ttl`).href));
  }

  /** Its tests of one of the types. */
  tests(types: readonly string[]): ManifestTest[] {
    return this.quads
      .filter(({ predicate }) => predicate.value === `${rdf}type`)
      .map(({ subject, object }) => ({ node: subject, type: object.value.replace(mf, '') }))
      .filter(({ type }) => types.includes(type))
      .map(({ node, type }) => ({
        node,
        type,
        manifest: this,
        name: `${this.folder} ${this.value(node, `${mf}name`) ?? node.value}`,
      }));
  }

  objects(subject: Term, property: string): Term[] {
    return this.quads
      .filter(item => item.predicate.value === property && item.subject.equals(subject))
      .map(({ object }) => object);
  }

  object(subject: Term, property: string): Term | undefined {
    return this.objects(subject, property)[0];
  }

  value(subject: Term, property: string): string | undefined {
    return this.object(subject, property)?.value;
  }

  /** The members of a list. */
  list(first: Term | undefined): Term[] {
    const members: Term[] = [];
    for (let at = first; at && at.value !== `${rdf}nil`; at = this.object(at, `${rdf}rest`)) {
      const member = this.object(at, `${rdf}first`);
      if (member) members.push(member);
    }
    return members;
  }
}
