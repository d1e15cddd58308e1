import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { projectPath } from '../../src/project.js';
import { knownTermsText } from '../support/make-known-terms.js';

describe('the known terms', () => {
  it('are those that the package of vocabularies has', async () => {
    const path = projectPath('src', 'register', 'known-terms.ts');
    const made = await format(knownTermsText(), { ...(await resolveConfig(path)), filepath: path });
    assert.equal(readFileSync(path, 'utf8'), made);
  });
});
