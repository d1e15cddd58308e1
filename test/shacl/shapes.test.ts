import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../src/errors.js';
import { readShapes } from '../../src/shacl/shapes.js';

describe('readShapes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shapes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads every Turtle file of the folder and nothing else', async () => {
    await writeFile(join(folder, 'b.ttl'), '<b> <p> 1 .');
    await writeFile(join(folder, 'a.ttl'), '<a> <p> 1 .');
    await writeFile(join(folder, 'README.md'), 'Not Turtle.');
    const subjects = (await readShapes(folder)).map(({ subject }) => subject.value);
    assert.deepEqual(subjects, [
      'https://w3id.org/communaux/shapes/a',
      'https://w3id.org/communaux/shapes/b',
    ]);
  });

  it('refuses a file that is not Turtle', async () => {
    await writeFile(join(folder, 'a.ttl'), '<a> <p>');
    await assert.rejects(
      readShapes(folder),
      (error: unknown) => error instanceof Problem && error.kind === 'syntax-error',
    );
  });

  it('finds the shapes shipped with the package', async () => {
    const subjects = new Set((await readShapes()).map(({ subject }) => subject.value));
    for (const kind of ['commons', 'action', 'record'])
      assert.ok(subjects.has(`https://w3id.org/communaux/shapes/${kind}#shape`));
  });
});
