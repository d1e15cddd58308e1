import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateCommand } from '../../src/cli/validate.js';
import { Problem } from '../../src/errors.js';
import { projectPath } from '../../src/project.js';
import type { Report } from '../../src/register/validate.js';

const module = new URL('../../src/cli/validate.js', import.meta.url).href;

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a process of its own, as people do; `lang` is the system's language. */
function run(args: readonly string[], lang = 'fr_FR.UTF-8'): Outcome {
  const script = `const { validateCommand } = await import(${JSON.stringify(module)}); await validateCommand().parseAsync(process.argv.slice(1), { from: 'user' });`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script, '--', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: lang },
  });
}

describe('communaux validate', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'validate-'));
    await mkdir(join(folder, 'commons'));
    const text = await readFile(projectPath('data', 'commons', 'openstreetmap.ttl'), 'utf8');
    await writeFile(
      join(folder, 'commons', 'good.ttl'),
      text.replaceAll('commons:openstreetmap', 'commons:good'),
    );
    await writeFile(
      join(folder, 'commons', 'warned.ttl'),
      text.replaceAll('commons:openstreetmap', 'commons:warned').replace(/ {2}dct:subject [^;]*;\n/, ''),
    );
    await writeFile(
      join(folder, 'commons', 'wrong.ttl'),
      text.replaceAll('commons:openstreetmap', 'commons:wrong').replace('actor:ign', 'actor:nobody'),
    );
  });
  after(() => rm(folder, { recursive: true }));

  it('accepts the shipped data, within seconds', () => {
    const started = Date.now();
    const { status, stdout, stderr } = run([]);
    assert.equal(status, 0, stdout.slice(-2000));
    assert.match(stdout, /\d+ notices vérifiées, 0 erreur/);
    assert.equal(stderr, '');
    assert.ok(Date.now() - started < 20_000);
  });

  it('accepts a new record that refers to the shipped ones', () => {
    const { status, stdout } = run([join(folder, 'commons', 'good.ttl')]);
    assert.equal(stdout, '1 notice vérifiée, 0 erreur.\n');
    assert.equal(status, 0);
  });

  it('says what is wrong, where, and exits with 1', () => {
    const { status, stdout } = run([join(folder, 'commons', 'wrong.ttl')]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /wrong\.ttl:\d+ {2}erreur {2}prov:agent\n {2}Aucune notice ne décrit <http:\S+nobody>/,
    );
    assert.match(stdout, /1 notice vérifiée, 1 erreur\.\n$/);
  });

  it('exits with 0 when there are warnings only', () => {
    const { status, stdout } = run([join(folder, 'commons', 'warned.ttl')]);
    assert.equal(status, 0);
    assert.match(stdout, /1 notice vérifiée, 0 erreur, 1 avertissement\.\n$/);
  });

  it('reads folders, and speaks the language of the system or the one asked for', () => {
    const english = run([folder], 'en_GB.UTF-8');
    assert.match(english.stdout, /No record describes/);
    assert.match(english.stdout, /3 records checked, 1 error, 1 warning\.\n$/);
    assert.match(run(['--lang', 'fr', folder], 'en_GB.UTF-8').stdout, /3 notices vérifiées/);
    assert.match(run([folder], 'C').stdout, /3 notices vérifiées/);
  });

  it('reports as JSON', () => {
    const { status, stdout } = run(['--json', folder]);
    assert.equal(status, 1);
    const { files, findings } = JSON.parse(stdout) as Report;
    assert.equal(files, 3);
    assert.deepEqual(
      findings.map(({ severity, rule, record }) => [severity, rule, record]),
      [
        [
          'warning',
          'https://w3id.org/communaux/shapes/commons#subject-given',
          'http://localhost:3000/commons/warned',
        ],
        ['violation', 'broken-reference', 'http://localhost:3000/commons/wrong'],
      ],
    );
  });

  it('refuses a path that does not exist', async () => {
    const nowhere = join(folder, 'nowhere');
    await assert.rejects(
      validateCommand().parseAsync([nowhere], { from: 'user' }),
      (error: unknown) => error instanceof Problem && error.message.includes(nowhere),
    );
  });
});
