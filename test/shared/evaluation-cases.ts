import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Quad, Term } from '@rdfjs/types';
import type { RdfFormatId } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { namedNode, quad } from '../../src/rdf/terms.js';

const manifestNames = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const queryNames = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';

/** An evaluation test: a query, its dataset and the file with its answer, by their file URLs. */
export interface EvaluationCase {
  readonly name: string;
  readonly query: string;
  readonly data: readonly string[];
  readonly graphData: readonly string[];
  readonly result: string;
  /** REDUCED may leave out as many equal solutions as it likes. */
  readonly lax: boolean;
}

const formats: Readonly<Record<string, RdfFormatId>> = {
  ttl: 'turtle',
  nt: 'ntriples',
  nq: 'nquads',
  trig: 'trig',
  rdf: 'rdfxml',
};

/** The quads of a file. */
export function readRdf(url: string): Promise<Quad[]> {
  const format = formats[url.slice(url.lastIndexOf('.') + 1)];
  if (!format) throw new Error(`${url} is no RDF.`);
  return parseRdf(readFileSync(fileURLToPath(url), 'utf8'), { format, base: url });
}

/** The evaluation tests of a manifest. */
export async function evaluationCases(path: string): Promise<EvaluationCase[]> {
  const quads = await readRdf(pathToFileURL(path).href);
  const objects = (subject: Term, property: string): Term[] =>
    quads
      .filter(item => item.subject.equals(subject) && item.predicate.value === property)
      .map(q => q.object);
  const values = (subject: Term, property: string) => objects(subject, property).map(({ value }) => value);
  return quads
    .filter(({ object }) => object.value === `${manifestNames}QueryEvaluationTest`)
    .flatMap(({ subject }) => {
      const [action] = objects(subject, `${manifestNames}action`);
      const [query] = action ? values(action, `${queryNames}query`) : [];
      const [result] = values(subject, `${manifestNames}result`);
      if (!action || !query || !result) return [];
      return {
        name: values(subject, `${manifestNames}name`)[0] ?? subject.value,
        query,
        data: values(action, `${queryNames}data`),
        graphData: values(action, `${queryNames}graphData`),
        result,
        lax: values(subject, `${manifestNames}resultCardinality`).includes(`${manifestNames}LaxCardinality`),
      };
    });
}

/** The dataset of a test: its data, and the graphs that the query itself names by the addresses of their files. */
export async function datasetOf(item: EvaluationCase, named: readonly string[]): Promise<Quad[]> {
  const graphs = [...new Set([...item.graphData, ...named])];
  const parts = await Promise.all([
    ...item.data.map(readRdf),
    ...graphs.map(async url =>
      (await readRdf(url)).map(({ subject, predicate, object }) =>
        quad(subject, predicate, object, namedNode(url)),
      ),
    ),
  ]);
  return parts.flat();
}
