import assert from 'node:assert/strict';
import { readProtocol, type ProtocolRequest } from '../../src/sparql/protocol.js';
import { assertProblem } from '../support/problems.js';

const query = 'SELECT * { ?s ?p "é+ &=%" }';

const request = (
  via: ProtocolRequest['via'],
  url: Record<string, string> | string[][] = {},
  body = '',
): ProtocolRequest => ({
  via,
  url: new URLSearchParams(url),
  body,
});
const form = (...entries: [string, string][]) => new URLSearchParams(entries).toString();

describe('readProtocol', () => {
  it('takes one query in any of the three ways', () => {
    for (const asked of [
      request('get', { query }),
      request('form', {}, form(['query', query])),
      request('form', {}, `query=${encodeURIComponent(query)}`),
      request('form', { query }),
      request('direct', {}, query),
    ])
      assert.deepEqual(readProtocol(asked), { text: query });
  });

  it('takes a query that is empty for a query', () => {
    assert.deepEqual(readProtocol(request('get', { query: '' })), { text: '' });
    assert.deepEqual(readProtocol(request('direct')), { text: '' });
  });

  for (const [name, asked] of [
    ['GET', request('get')],
    ['a form', request('form', {}, form(['format', 'csv']))],
    ['a form with nothing in it', request('form')],
  ] as const)
    it(`says that the query is missing from ${name}`, async () => {
      const { members } = await assertProblem(() => readProtocol(asked), 'bad-request', /"query" is missing/);
      assert.deepEqual(members, { parameter: 'query' });
    });

  for (const [name, asked] of [
    [
      'GET',
      request('get', [
        ['query', query],
        ['query', query],
      ]),
    ],
    ['a form', request('form', {}, form(['query', query], ['query', 'ASK {}']))],
    ['a form and its URL', request('form', { query }, form(['query', query]))],
    ['a direct request and its URL', request('direct', { query }, query)],
  ] as const)
    it(`refuses two queries in ${name} (SPARQL 1.1 Protocol section 2.1)`, () =>
      assertProblem(() => readProtocol(asked), 'bad-request', /more than one query/));

  for (const via of ['get', 'form', 'direct'] as const)
    it(`takes the dataset of a request by ${via}, in order`, () => {
      const graphs: [string, string][] = [
        ['default-graph-uri', 'http://e/b'],
        ['named-graph-uri', 'urn:x:c'],
        ['default-graph-uri', 'http://e/a'],
      ];
      const dataset = { default: ['http://e/b', 'http://e/a'], named: ['urn:x:c'] };
      const asked: Record<typeof via, ProtocolRequest> = {
        get: request('get', [['query', query], ...graphs]),
        form: request('form', {}, form(['query', query], ...graphs)),
        direct: request('direct', graphs, query),
      };
      assert.deepEqual(readProtocol(asked[via]), { text: query, dataset });
    });

  it('takes a dataset of named graphs only', () => {
    assert.deepEqual(readProtocol(request('get', { query, 'named-graph-uri': 'http://e/a' })).dataset, {
      default: [],
      named: ['http://e/a'],
    });
  });

  for (const name of ['default-graph-uri', 'named-graph-uri'])
    for (const value of [
      'relative',
      '/a',
      '//e/a',
      'http://e/a b',
      'http://e/>',
      'http://e/"',
      'http://e/\n',
      '<http://e/>',
    ])
      it(`refuses ${JSON.stringify(value)} as ${name}`, async () => {
        const { members } = await assertProblem(
          () => readProtocol(request('get', { query, [name]: value })),
          'bad-request',
          /is not an absolute IRI/,
        );
        assert.deepEqual(members, { parameter: name });
      });

  for (const name of [
    'Query',
    'timeout',
    'debug',
    'content-type',
    'using-graph-uri',
    '',
    '__proto__',
    'output',
  ])
    it(`leaves a parameter "${name}" alone, which other endpoints may know`, () => {
      assert.deepEqual(readProtocol(request('get', { query, [name]: '1' })), { text: query });
    });

  it('takes no graph from a field that was left empty', () => {
    const empty = { 'default-graph-uri': '', 'named-graph-uri': '', format: '' };
    assert.deepEqual(readProtocol(request('get', { query, ...empty })), { text: query });
  });

  for (const asked of [
    request('form', {}, form(['update', 'CLEAR ALL'])),
    request('get', { update: 'CLEAR ALL' }),
    request('form', {}, form(['query', query], ['update', 'CLEAR ALL'])),
  ])
    it(`refuses an update by ${asked.via}: ${asked.body}`, () =>
      assertProblem(() => readProtocol(asked), 'refused', /queries only/));

  it('takes a wish for a format', () => {
    assert.deepEqual(readProtocol(request('get', { query, format: 'csv' })), { text: query, format: 'csv' });
    for (const name of ['output', 'results'])
      assert.equal(readProtocol(request('form', {}, form(['query', query], [name, 'xml']))).format, 'xml');
    const asked = { query, results: 'json', output: 'xml', format: 'no-such' };
    assert.equal(readProtocol(request('get', asked)).format, 'no-such');
    assert.equal(readProtocol(request('get', { ...asked, format: ' ' })).format, 'xml');
  });

  it('takes the wish for an explanation, and no other value for it', async () => {
    assert.deepEqual(readProtocol(request('get', { query, explain: '1' })), { text: query, explain: 'run' });
    for (const value of ['', '0', 'yes']) {
      const { members } = await assertProblem(
        () => readProtocol(request('get', { query, explain: value })),
        'bad-request',
        /takes, once, 1 .* or plan/,
      );
      assert.deepEqual(members, { parameter: 'explain' });
    }
  });

  it('does not read the body of a direct request, or of GET, as a form', async () => {
    assert.deepEqual(readProtocol(request('direct', {}, 'query=x')), { text: 'query=x' });
    await assertProblem(
      () => readProtocol(request('get', {}, form(['query', query]))),
      'bad-request',
      /missing/,
    );
  });
});
