import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Term } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { NativeEvaluator } from '../../src/sparql/native-evaluator.js';
import { Unsupported } from '../../src/sparql/native/unsupported.js';
import { parseQuery } from '../../src/sparql/parse.js';
import type { Result } from '../../src/sparql/result.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { isomorphic } from '../sparql/differential/compare/isomorphic.js';
import { keyOf } from '../sparql/differential/compare/term-value.js';
import { datasetOf, evaluationCases, type EvaluationCase } from './evaluation-cases.js';
import { expectedOf, tripleSolution, type Expected, type Solution } from './expected-results.js';

const suite = projectPath('..', 'shared', 'w3c', 'rdf-tests', 'sparql');

/** What becomes of a case: it passes, the native operators leave it to others, or what is wrong with its answer. */
async function outcome(item: EvaluationCase): Promise<string> {
  try {
    return (await fault(item)) ?? 'passed';
  } catch (error) {
    if (error instanceof Unsupported) return 'unsupported';
    return String(error);
  }
}

async function fault(item: EvaluationCase): Promise<string | undefined> {
  const text = readFileSync(fileURLToPath(item.query), 'utf8');
  const { dataset } = parseQuery(text, item.query);
  const asked = [...(dataset?.default ?? []), ...(dataset?.named ?? [])];
  const quads = await datasetOf(item, asked);
  const engine = new NativeEvaluator({ defaultGraph: 'own', baseIRI: item.query, memoryBound: 100_000_000 });
  const given = await engine.execute({ text }, snapshotOf(quads));
  return difference(item.lax, await expectedOf(item.result), await read(given));
}

async function read(result: Result): Promise<Expected> {
  if (result.type === 'boolean') return result;
  const rows: Solution[] = [];
  if (result.type === 'graph') {
    for await (const item of result.quads) rows.push(tripleSolution(item));
    return { type: 'graph', rows };
  }
  const terms: Term[] = [];
  for await (const cells of result.cells(term => String(terms.push(term) - 1)))
    for (const row of cells)
      rows.push(
        new Map(
          result.variables.flatMap((name, i) => {
            const term = row[i] === undefined ? undefined : terms[Number(row[i])];
            return term ? [[name, term] as const] : [];
          }),
        ),
      );
  return { type: 'solutions', rows, ordered: true };
}

function difference(lax: boolean, expected: Expected, given: Expected): string | undefined {
  if (expected.type !== given.type) return `a ${given.type} instead of a ${expected.type}`;
  if (expected.type === 'boolean' || given.type === 'boolean')
    return JSON.stringify(expected) === JSON.stringify(given) ? undefined : 'the other truth value';
  const [wanted, found] = [textsOf(expected, lax), textsOf(given, lax)];
  const ordered = expected.type === 'solutions' && expected.ordered;
  const same = ordered && !hasBlanks(expected) ? equalInOrder(wanted, found) : isomorphic(wanted, found);
  if (same) return undefined;
  const only = (rows: readonly Texts[], others: readonly Texts[]) =>
    rows.filter(row => !others.some(other => show([row]) === show([other])));
  return `too many: ${show(only(found, wanted))}; missing: ${show(only(wanted, found))}`;
}

type Texts = ReadonlyMap<string, string>;

/** Rows as texts; those of a graph, and under REDUCED, each once. */
function textsOf({ type, rows }: Exclude<Expected, { type: 'boolean' }>, lax: boolean): Texts[] {
  const texts = rows.map(row => new Map([...row].flatMap(([name, term]) => cells(name, term))));
  return type === 'graph' || lax ? [...new Map(texts.map(row => [show([row]), row])).values()] : texts;
}

/** Numbers by value, as the suite writes computed ones in forms of its own; the parts of a triple term one by one. */
function cells(name: string, term: Term): [name: string, text: string][] {
  if (term.termType !== 'Quad') return [[name, keyOf(term)]];
  const parts = { subject: term.subject, predicate: term.predicate, object: term.object };
  return Object.entries(parts).flatMap(([part, inner]) => cells(`${name}.${part}`, inner));
}

const hasBlanks = ({ rows }: Exclude<Expected, { type: 'boolean' }>) =>
  rows.some(row => [...row.values()].some(({ termType }) => termType === 'BlankNode'));

const equalInOrder = (one: readonly Texts[], other: readonly Texts[]) =>
  one.length === other.length && one.every((row, at) => show([row]) === show([other[at]!]));

const show = (rows: readonly Texts[]) =>
  rows
    .map(
      row =>
        `{${[...row]
          .map(pair => pair.join('='))
          .sort()
          .join(', ')}}`,
    )
    .join(' ');

/** Cases whose answer is another one here, and the clause that says so. */
const known: Readonly<Record<string, string>> = {
  'dawg-optional-filter-005-simplified':
    'SPARQL 1.1 Query section 18.2.2.6: the filter of a nested group is not that of the OPTIONAL',
};

/** How many cases of a version have a right answer natively, at least. */
const natively: Readonly<Record<string, number>> = { sparql10: 283, sparql11: 229, sparql12: 63 };

const holdsEvaluations = (path: string) =>
  existsSync(path) && readFileSync(path, 'utf8').includes('mf:QueryEvaluationTest');

/** Not of a query engine, or for what is switched off; and results in TSV, which the tests of the writer cover. */
const leftOut = new Set(['entailment', 'service', 'csv-tsv-res']);

describe('the evaluation tests of SPARQL by W3C', () => {
  if (!existsSync(suite)) {
    it('are there', function () {
      assert.ok(!process.env['CI'], `The test suite is missing: ${suite}`);
      // Beside a checkout without the suite there is nothing to run; the assertion above lets CI fail on it.
      this.skip();
    });
    return;
  }

  for (const [version, least] of Object.entries(natively)) {
    let passed = 0;
    const folders = readdirSync(`${suite}/${version}`).filter(
      folder => !leftOut.has(folder) && holdsEvaluations(`${suite}/${version}/${folder}/manifest.ttl`),
    );
    for (const folder of folders)
      it(`${version} ${folder}`, async () => {
        const faults: Record<string, string> = {};
        const expected: Record<string, string> = {};
        for (const item of await evaluationCases(`${suite}/${version}/${folder}/manifest.ttl`)) {
          const found = await outcome(item);
          if (found === 'passed') passed += 1;
          else if (found !== 'unsupported') faults[item.name] = known[item.name] ?? found;
          if (known[item.name]) expected[item.name] = known[item.name]!;
        }
        // A case that has come right is to be taken off the list.
        assert.deepEqual(faults, expected);
      });

    it(`${version} runs natively in most cases`, () => {
      assert.ok(passed >= least, `${passed} cases passed natively, and ${least} did before.`);
    });
  }
});
