import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { unknownTerms } from '../../src/register/foreign-terms.js';

const shapes = projectPath('..', 'shared', 'dcat-ap-shapes');
const files = readdirSync(shapes, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.ttl'));

describe('the known terms of others', () => {
  it('have every term that the shapes of DCAT-AP speak of', async () => {
    assert.ok(files.length >= 15);
    for (const name of files) {
      const text = readFileSync(join(shapes, name), 'utf8');
      const quads = await parseRdf(text, { format: 'turtle', base: 'http://e/' });
      const unknown = new Set(quads.flatMap(unknownTerms).map(({ term }) => term));
      // DCAT-AP 2 wrote schema.org's names with `http`; records here write them with `https`.
      assert.deepEqual(
        [...unknown].filter(term => !term.startsWith('http://schema.org/')),
        [],
        name,
      );
    }
  });
});
