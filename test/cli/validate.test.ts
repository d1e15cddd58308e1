import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateCommand } from '../../src/cli/validate.js';
import { Problem } from '../../src/errors.js';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import type { Report } from '../../src/register/validate.js';
import { folderOf } from '../support/folder.js';

const module = new URL('../../src/cli/validate.js', import.meta.url).href;

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const script = `const { validateCommand } = await import(${JSON.stringify(module)}); await validateCommand().parseAsync(process.argv.slice(1), { from: 'user' });`;
const inProcess = ['--input-type=module', '--eval', script, '--'];

/** Runs the command in a process of its own, as people do; `lang` is the system's language. */
function run(args: readonly string[], lang = 'fr_FR.UTF-8'): Outcome {
  return spawnSync(process.execPath, [...inProcess, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: lang },
  });
}

/** Rejects as the command does. */
function refusalOf(paths: readonly string[]): Promise<unknown> {
  return validateCommand().parseAsync([...paths], { from: 'user' });
}

describe('communaux validate', () => {
  let folder: string;

  before(async () => {
    folder = await folderOf({});
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

  it('accepts the shipped data, within seconds', () => {
    const started = Date.now();
    const { status, stdout, stderr } = run([]);
    assert.equal(status, 0, stdout.slice(-2000));
    assert.match(stdout, /\d+ notices vérifiées, 0 erreur/);
    assert.equal(stderr, '');
    assert.ok(Date.now() - started < 20_000);
  });

  it('refuses a record in Latin-1, and names the file and the line', async () => {
    const text = await readFile(projectPath('data', 'commons', 'openstreetmap.ttl'), 'utf8');
    const other = await folderOf({ 'commons/openstreetmap.ttl': Buffer.from(text, 'latin1') });
    const { status, stdout } = run([join(other, 'commons', 'openstreetmap.ttl')]);
    assert.equal(status, 1);
    assert.match(stdout, /openstreetmap\.ttl:\d+ {2}erreur\n.*The bytes on line \d+ are not UTF-8/);
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

  it('reads what a seed reads, in every format and case of its extension', async () => {
    const text = await readFile(projectPath('data', 'commons', 'openstreetmap.ttl'), 'utf8');
    const document = 'http://localhost:3000/commons/openstreetmap';
    const quads = await parseRdf(text, { format: 'turtle', base: document });
    const ntriples = await serializeRdf(quads, 'ntriples');
    const files = {
      'a/commons/openstreetmap.TTL': text,
      'b/commons/openstreetmap.Nt': ntriples,
      'c/commons/openstreetmap.jsonld': await serializeRdf(quads, 'jsonld'),
      'd/commons/openstreetmap.RDF': await serializeRdf(quads, 'rdfxml'),
      'e/commons/openstreetmap.nq': ntriples.replaceAll(/ \.$/gm, ` <${document}> .`),
      'f/commons/openstreetmap.trig': `<${document}> {\n${ntriples}}\n`,
    };
    const folder = await folderOf(files);
    for (const name of Object.keys(files)) {
      const { status, stdout } = run(['--lang', 'en', join(folder, name.slice(0, 1))]);
      assert.equal(stdout, '1 record checked, 0 errors.\n', name);
      assert.equal(status, 0);
    }
    const wrong = await folderOf({
      'commons/openstreetmap.jsonld': (files['c/commons/openstreetmap.jsonld'] ?? '').replaceAll(
        'actor/ign',
        'actor/x',
      ),
    });
    assert.match(
      run(['--lang', 'en', wrong]).stdout,
      /openstreetmap\.jsonld:1 {2}error[^]*No record describes/,
    );
  });

  it('takes a file by its whole path, wherever it is called from', () => {
    const { stdout } = spawnSync(process.execPath, [...inProcess, 'good.ttl'], {
      cwd: join(folder, 'commons'),
      encoding: 'utf8',
    });
    assert.match(stdout, /^1 [^,]*, 0 err/);
  });

  it('fails when there is nothing to check, rather than find nothing wrong', async () => {
    const empty = await folderOf({ 'deep/README.md': 'Nothing here.' });
    for (const paths of [[empty], [folder, empty]])
      await assert.rejects(refusalOf(paths), ({ kind, message }: Problem) => {
        assert.equal(kind, 'bad-request');
        assert.ok(message.includes(empty), message);
        return true;
      });
  });

  it('fails for a file whose extension is that of no RDF format, and warns of one within a folder', async () => {
    const mixed = await folderOf({
      'commons/openstreetmap.txt': '',
      'commons/good.ttl': await readFile(join(folder, 'commons', 'good.ttl'), 'utf8'),
      'README.md': 'Read me.',
    });
    for (const name of ['commons/openstreetmap.txt', 'README.md'])
      await assert.rejects(refusalOf([join(mixed, name)]), ({ kind, message }: Problem) => {
        assert.equal(kind, 'unsupported-media-type');
        assert.ok(message.includes(name), message);
        return true;
      });
    const { status, stdout } = run(['--lang', 'en', mixed]);
    assert.match(stdout, /openstreetmap\.txt:1 {2}warning\n[^]*1 record checked, 0 errors, 1 warning\.\n$/);
    assert.doesNotMatch(stdout, /README/);
    assert.equal(status, 0);
  });

  it('refuses a path that does not exist', async () => {
    const nowhere = join(folder, 'nowhere');
    await assert.rejects(
      refusalOf([nowhere]),
      (error: unknown) => error instanceof Problem && error.message.includes(nowhere),
    );
  });
});
