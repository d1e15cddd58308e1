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

  it('finds a refusal', async () => {
    const engine = spoilt(() => ({ type: 'refused', message: 'no' }));
    assert.equal((await judge(bench(engine), knows)).faults.length, 1);
  });
});
