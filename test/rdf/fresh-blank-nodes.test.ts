import assert from 'node:assert/strict';
import { freshBlankNodes } from '../../src/rdf/fresh-blank-nodes.js';

describe('freshBlankNodes', () => {
  it('makes one node a label, within one text only', () => {
    const [one, other] = [freshBlankNodes(), freshBlankNodes()];
    assert.ok(one('a').equals(one('a')));
    assert.ok(!one('a').equals(one('b')));
    assert.ok(!one('a').equals(other('a')));
  });

  it('makes a new node each time without a label', () => {
    const fresh = freshBlankNodes();
    assert.ok(!fresh().equals(fresh()));
  });
});
