import assert from 'node:assert/strict';
import type { HostileRequest } from '../hostile/hostile-request.js';
import type { Reply } from './exchange.js';
import { judge } from './judge.js';

const request: HostileRequest = {
  name: 'a query',
  attacks: 'nothing',
  path: '/sparql',
  allowed: ['refusal', 'whole'],
  isRight: ({ head }, triples) => head === String(triples),
};
const problem = {
  type: 'https://w3id.org/communaux/problem/size-limit',
  status: 503,
  detail: 'The answer is larger than 50 MB.',
};
const whole: Reply = {
  status: 200,
  headers: {},
  head: '42',
  tail: '42',
  bytes: 2,
  lines: 0,
  ending: 'whole',
  ms: 1,
};
const refusal = (members: object, changed: Partial<Reply> = {}): Reply => ({
  ...whole,
  status: 503,
  headers: { 'content-type': 'application/problem+json' },
  head: JSON.stringify({ ...problem, ...members }),
  ...changed,
});

describe('the judgement of an answer', () => {
  const table: readonly (readonly [what: string, reply: Reply, outcome: string, fault?: RegExp])[] = [
    ['the right answer', whole, 'whole'],
    ['a wrong answer', { ...whole, head: '41' }, 'whole', /wrong answer: 41/],
    ['a part of an answer', { ...whole, ending: 'cut' }, 'cut', /part of an answer/],
    ['no answer', { ...whole, status: 0, ending: 'none', error: 'socket hang up' }, 'none', /hang up/],
    ['no answer in time', { ...whole, status: 0, ending: 'late' }, 'late', /no answer/],
    ['a refusal', refusal({}), '503 size-limit'],
    ['a refusal without a detail', refusal({ detail: '' }), '503', /no problem document/],
    [
      'a refusal in another type',
      refusal({}, { headers: { 'content-type': 'text/html' } }),
      '503',
      /no problem/,
    ],
    ['a refusal that is no JSON', refusal({}, { head: '<html>' }), '503', /no problem document/],
    ['a refusal that says another status', refusal({ status: 500 }), '503', /says 500/],
    ['a refusal that tells of the inside', refusal({ detail: 'Invalid string length' }), '503', /inside/],
    ['a refusal that breaks off', refusal({}, { ending: 'cut' }), '503', /part of a refusal/],
    ['a fault of the server', refusal({ status: 500 }, { status: 500 }), '500', /status 500/],
  ];
  for (const [what, reply, outcome, fault] of table)
    it(`finds ${what} ${fault ? 'faulty' : 'fine'}`, () => {
      const verdict = judge(request, reply, 42);
      assert.equal(verdict.outcome, outcome);
      if (fault) assert.match(verdict.fault ?? '', fault);
      else assert.equal(verdict.fault, undefined);
    });

  it('depends on what an answer may be', () => {
    const impossible: HostileRequest = { ...request, allowed: ['refusal'] };
    const endless: HostileRequest = { ...request, allowed: ['refusal', 'cut'] };
    const harmless: HostileRequest = { ...request, allowed: ['whole'] };
    assert.match(judge(impossible, whole, 42).fault ?? '', /none is possible/);
    assert.equal(judge(endless, { ...whole, ending: 'cut' }, 42).fault, undefined);
    assert.match(judge(harmless, refusal({}), 42).fault ?? '', /harmless/);
  });

  it('wants no body for HEAD', () => {
    assert.equal(judge({ ...request, method: 'HEAD' }, refusal({}, { head: '' }), 42).fault, undefined);
  });
});
