import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Quad } from '@rdfjs/types';
import { exportCommand } from '../../src/cli/export.js';
import { rdfFormats, type RdfFormatId } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { communaux, start, type Outcome } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { base, sharedServer } from '../support/server.js';
import { commonsSeed, smallSeed } from '../support/seeds.js';

const read = (text: string, format: RdfFormatId): Promise<Quad[]> => parseRdf(text, { format, base });

describe('communaux export', () => {
  let seed: string;
  const exported = (...args: string[]): Promise<Outcome> => communaux(['export', '--seed', seed, ...args]);
  before(async () => {
    seed = await smallSeed();
  });

  it('writes the whole register as N-Quads: every triple in its graph', async () => {
    const { code, stdout, stderr } = await communaux(['export']);
    assert.deepEqual([code, stderr], [0, '']);
    const quads = await read(stdout, 'nquads');
    const { store } = (await sharedServer()).house.register;
    assert.equal(quads.length, store.size);
    assert.deepEqual(
      [...new Set(quads.map(({ graph }) => graph.value))].sort(),
      [...(await store.graphNames())].sort(),
    );
  });

  for (const { id, quads: named } of rdfFormats)
    it(`writes ${id} to a file, every triple of it`, async () => {
      const path = join(await folderOf({}), 'out');
      const args = ['--seed', seed, '--output', id, '--to', path];
      await exportCommand().parseAsync(args, { from: 'user' });
      const quads = await read(await readFile(path, 'utf8'), id);
      // Two records of five triples each, one of them on a blank node of its own, beside the catalogue.
      const told = quads.filter(({ subject }) => subject.value.includes('/need/'));
      const inner = new Set(
        told.flatMap(({ object }) => (object.termType === 'BlankNode' ? [object.value] : [])),
      );
      assert.deepEqual([told.length, inner.size], [8, 2]);
      assert.equal(quads.filter(({ subject }) => inner.has(subject.value)).length, 2);
      const graphs = new Set(quads.map(({ graph }) => graph.value));
      assert.equal(graphs.size, named ? 3 : 1);
      assert.ok(quads.some(({ object }) => object.value === 'Un « é »'));
    });

  it('writes one document, named by its path, under the base IRI that is set', async () => {
    const path = join(await folderOf({}), 'out.ttl');
    const args = ['need/one', '--output', 'turtle', '--base-url', 'https://register.example/', '--to', path];
    await exportCommand().parseAsync(['--seed', seed, ...args], { from: 'user' });
    const text = await readFile(path, 'utf8');
    assert.equal((await read(text, 'turtle')).length, 5);
    assert.match(text, /<https:\/\/register\.example\/id\/need\/one>/);
    assert.doesNotMatch(text, /need\/two|localhost/);
  });

  it('refuses a document that is not there', async () => {
    const asked = exportCommand().parseAsync(['--seed', seed, 'need/nowhere'], { from: 'user' });
    await assert.rejects(asked, { name: 'Problem', message: /^There is no document "need\/nowhere"/ });
  });

  it('ends in silence when its reader had enough', async () => {
    const running = start(['export', '--seed', await commonsSeed()]);
    running.child.stdout.once('data', () => running.child.stdout.destroy());
    const { code, stderr } = await running.outcome;
    assert.deepEqual([code, stderr], [0, '']);
  });

  const faults: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['--output', 'docx'], /^communaux: There is no format "docx"/],
    [['--to', '/nowhere/at/all.nq'], /^communaux: The file "\/nowhere\/at\/all\.nq" cannot be written/],
  ];
  for (const [args, said] of faults)
    it(`refuses ${args.join(' ')}, with code 1 and one line that says why`, async () => {
      const { code, stdout, stderr } = await exported(...args);
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(stderr, said);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
});
