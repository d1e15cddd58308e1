import type { Quad } from '@rdfjs/types';
import { namedNode, quad } from '../../../src/rdf/terms.js';
import { readRdf } from './manifest.js';
import { testsOf } from './suite.js';

const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const qt = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';

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

/** The evaluation tests of the suite. */
export async function evaluationCases(): Promise<EvaluationCase[]> {
  const tests = await testsOf(['QueryEvaluationTest', 'CSVResultFormatTest']);
  return tests.map(({ name, node, manifest }) => {
    const action = manifest.object(node, `${mf}action`);
    const query = action && manifest.value(action, `${qt}query`);
    const result = manifest.value(node, `${mf}result`);
    if (!action || query === undefined || result === undefined) throw new Error(`${name} is not complete.`);
    const values = (property: string) => manifest.objects(action, property).map(({ value }) => value);
    return {
      name,
      query,
      data: values(`${qt}data`),
      graphData: values(`${qt}graphData`),
      result,
      lax: manifest.value(node, `${mf}resultCardinality`) === `${mf}LaxCardinality`,
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
