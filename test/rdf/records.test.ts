import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { graphFormats } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { quad } from '../../src/rdf/terms.js';
import { readSeedFile } from '../../src/store/seed.js';
import { seedFiles } from '../../src/store/seed-files.js';
import { assertIsomorphic } from '../support/isomorphism.js';

/** A document of the register: its IRI, and what it says. */
interface Document {
  readonly base: string;
  readonly triples: readonly Quad[];
}

async function documentsOf(folder: string): Promise<Document[]> {
  const files = await seedFiles([projectPath(folder)], 'http://localhost:3000');
  return Promise.all(
    files.map(async file => ({
      base: file.graph,
      triples: (await readSeedFile(file)).map(({ subject, predicate, object }) =>
        quad(subject, predicate, object),
      ),
    })),
  );
}

for (const [folder, atLeast] of [
  ['data', 900],
  ['ontology', 30],
] as const)
  describe(`every document of ${folder}/`, () => {
    let documents: readonly Document[];

    before(async () => {
      documents = await documentsOf(folder);
    });

    it('is there', () => {
      assert.ok(documents.length >= atLeast, `${documents.length} documents`);
    });

    for (const { id: format, label } of graphFormats)
      it(`is the same graph when written as ${label} and read back`, async () => {
        for (const { base, triples } of documents) {
          const text = await serializeRdf(triples, format);
          assertIsomorphic(await parseRdf(text, { format, base }), triples, `${base} as ${label}`);
        }
      }).timeout(120_000);
  });
