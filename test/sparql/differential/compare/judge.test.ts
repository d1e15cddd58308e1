import assert from 'node:assert/strict';
import { literal, quad, variable } from '../../../../src/rdf/terms.js';
import type { TestData } from '../generate/datasets.js';
import { peers } from '../engines/engines.js';
import { judge, type Bench } from './judge.js';
import type { Query } from '../generate/query-tree.js';
import type { Answer, TestEngine } from '../engines/test-engine.js';
import { links, name, properties } from '../generate/vocabulary.js';

const [a, b] = [name('a'), name('b')];
const data: TestData = {
  quads: [quad(a, links[0]!, b), quad(b, links[0]!, a), quad(a, properties.label, literal('one'))],
  defaultGraph: 'own',
};
const [s, t] = [variable('s'), variable('t')];
const query = (where: Extract<Query, { form: 'select' }>['where']): Query => ({
  form: 'select',
  duplicates: '',
  projection: '*',
  where,
  orderBy: [],
});
const knows = query([{ kind: 'triples', triples: [{ subject: s, predicate: links[0]!, object: t }] }]);

const bench = (...underTest: TestEngine[]): Bench => ({
  data,
  peers: { comunica: peers.comunica(data), oxigraph: peers.oxigraph(data) },
  underTest: Object.fromEntries(underTest.map((engine, index) => [`engine ${String(index)}`, engine])),
});

/** An engine that changes what Oxigraph gives. */
const spoilt = (change: (answer: Answer) => Answer): TestEngine => ({
  ask: async asked => change(await peers.oxigraph(data).ask(asked)),
});

const saying = (answer: Answer): TestEngine => ({ ask: () => Promise.resolve(answer) });
const rowsOf = (count: number): Answer => ({
  type: 'solutions',
  rows: Array.from({ length: count }, () => new Map([['s', a]])),
});

/** What Oxigraph refuses: GROUP BY (?s AS ?k). */
const regrouped: Query = {
  form: 'select',
  duplicates: '',
  projection: [{ variable: variable('k') }],
  where: [{ kind: 'triples', triples: [{ subject: s, predicate: links[0]!, object: t }] }],
  groupBy: [{ variable: variable('k'), expression: s }],
  orderBy: [],
};

describe('the judge', () => {
  it('finds an answer right that both peers give', async () => {
    const { faults, rows, heldAgainst } = await judge(bench(spoilt(answer => answer)), knows);
    assert.deepEqual({ faults, rows, heldAgainst }, { faults: [], rows: 2, heldAgainst: 'both' });
  });

  it('finds a lost row', async () => {
    const engine = spoilt(answer => ('rows' in answer ? { ...answer, rows: answer.rows.slice(1) } : answer));
    const { faults } = await judge(bench(engine), knows);
    assert.deepEqual(faults, ['engine 0: 1 against 2 rows (Comunica), 1 against 2 rows (Oxigraph)']);
  });

  it('holds an answer against the peer that is right when the other one is known to be wrong', async () => {
    const missing = query([{ kind: 'graph', name: name('g1'), elements: [] }]);
    const likeOxigraph = await judge(bench(spoilt(answer => answer)), missing);
    assert.deepEqual([likeOxigraph.faults, likeOxigraph.heldAgainst], [[], 'one']);
    const likeComunica = spoilt(() => ({ type: 'solutions', rows: [new Map()] }));
    assert.equal((await judge(bench(likeComunica), missing)).faults.length, 1);
  });

  it('counts whom an answer agrees with where the peers differ for no known reason', async () => {
    const peersOf = (comunica: Answer, oxigraph: Answer) => ({
      comunica: saying(comunica),
      oxigraph: saying(oxigraph),
    });
    const [none, one, two] = [0, 1, 2].map(rowsOf) as [Answer, Answer, Answer];
    const judged = (own: Answer) => judge({ ...bench(saying(own)), peers: peersOf(one, two) }, knows);
    const agreed = await judged(two);
    assert.deepEqual([agreed.faults, agreed.sided], [[], 'oxigraph']);
    const alone = await judged(none);
    assert.equal(alone.sided, undefined);
    assert.deepEqual(alone.faults, ['engine 0: 0 against 1 rows (Comunica), 0 against 2 rows (Oxigraph)']);
  });

  it('finds engines that take different sides', async () => {
    const [one, two] = [1, 2].map(rowsOf) as [Answer, Answer];
    const peersOf = { comunica: saying(one), oxigraph: saying(two) };
    const { faults } = await judge({ ...bench(saying(one), saying(two)), peers: peersOf }, knows);
    assert.deepEqual(faults, ['the peers differ: 1 against 2 rows']);
  });

  it('takes two refusals for no answer where one of them is known to be wrong', async () => {
    const no: Answer = { type: 'refused', message: 'no' };
    const refusing = (own: Answer) =>
      judge({ ...bench(saying(own)), peers: { comunica: saying(no), oxigraph: saying(no) } }, regrouped);
    assert.deepEqual((await refusing(rowsOf(1))).faults, []);
    const unknown = { ...bench(saying(rowsOf(1))), peers: { comunica: saying(no), oxigraph: saying(no) } };
    assert.equal((await judge(unknown, knows)).faults.length, 1);
  });

  it('finds a refusal', async () => {
    const engine = spoilt(() => ({ type: 'refused', message: 'no' }));
    assert.equal((await judge(bench(engine), knows)).faults.length, 1);
  });
});
