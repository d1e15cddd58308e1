import assert from 'node:assert/strict';
import { context, contextIri, loadDocument } from '../../src/jsonld/document-loader.js';
import { assertProblem } from '../support/problems.js';

describe('loadDocument', () => {
  it('gives the context of the register', async () => {
    assert.deepEqual((await loadDocument(contextIri)).document, context);
  });

  for (const iri of [
    'http://example.org/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://schema.org/',
    'file:///etc/passwd',
    'data:application/json,{}',
    contextIri.replace('https', 'http'),
    `${contextIri}#`,
    `${contextIri}?`,
    '',
    'constructor',
    '__proto__',
    'toString',
  ])
    it(`refuses "${iri}"`, () => assertProblem(() => loadDocument(iri), 'refused', /Put the context inline/));
});
