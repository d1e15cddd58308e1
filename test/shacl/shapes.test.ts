import assert from 'node:assert/strict';
import { Problem } from '../../src/errors.js';
import { readShapes } from '../../src/shacl/shapes.js';
import { folderOf } from '../support/folder.js';

describe('readShapes', () => {
  it('reads every Turtle file of the folder and nothing else', async () => {
    const folder = await folderOf({
      'b.ttl': '<b> <p> 1 .',
      'a.ttl': '<a> <p> 1 .',
      'README.md': 'Not Turtle.',
    });
    const subjects = (await readShapes(folder)).map(({ subject }) => subject.value);
    assert.deepEqual(subjects, [
      'https://w3id.org/communaux/shapes/a',
      'https://w3id.org/communaux/shapes/b',
    ]);
  });

  it('refuses a file that is not Turtle', async () => {
    const folder = await folderOf({ 'a.ttl': '<a> <p>' });
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
