import assert from 'node:assert/strict';
import { join } from 'node:path';
import { communaux, type Outcome } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { smallSeed } from '../support/seeds.js';

const titles =
  'SELECT ?title { ?need a <https://w3id.org/communaux/pac#Need> ; <http://purl.org/dc/terms/title> ?title } ORDER BY ?title';

describe('communaux query', () => {
  let seed: string;
  const query = (...args: string[]): Promise<Outcome> => communaux(['query', '--seed', seed, ...args]);
  before(async () => {
    seed = await smallSeed();
  });

  it('prints a table as TSV, and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await query(titles);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, '?title\n"Deux"@fr\n"Un « é »"@fr\n');
  });

  it('reads the query from standard input, and prints a graph as Turtle', async () => {
    const input = 'CONSTRUCT WHERE { ?s <http://xmlns.com/foaf/0.1/primaryTopic> ?o }';
    const { code, stdout, stderr } = await communaux(['query', '--seed', seed], { input });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /foaf:primaryTopic <http:\/\/localhost:3000\/id\/need\/one>/);
  });

  it('reads the query from a file, and prints the format asked for', async () => {
    const query = 'CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?o }';
    const folder = await folderOf({ 'titles.rq': query });
    const args = ['--file', join(folder, 'titles.rq'), '--output', 'ntriples'];
    const { code, stdout, stderr } = await communaux(['query', '--seed', seed, ...args]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(
      stdout,
      /<http:\/\/localhost:3000\/id\/need\/one> <http:\/\/purl\.org\/dc\/terms\/title> "Un « é »"@fr \.\n/,
    );
  });

  it('prints how a query is evaluated, as text or JSON', async () => {
    const text = await query('--explain', titles);
    assert.deepEqual([text.code, text.stderr], [0, '']);
    assert.match(
      text.stdout,
      /^engine native · 2 rows · [\d.]+ ms\n\n +rows in .* step\n +2 +2 .* sort  1 criteria\n/,
    );
    const plan = await query('--plan', titles);
    assert.deepEqual([plan.code, plan.stderr], [0, '']);
    assert.match(plan.stdout, /^engine native\b[^]*\bsort\b/);
    assert.doesNotMatch(plan.stdout, / ms\b/);
    const json = await query('--explain', '--output', 'json', titles);
    assert.equal((JSON.parse(json.stdout) as { rows: number }).rows, 2);
  });

  it('refuses a query in a file that is not UTF-8, and tells the line', async () => {
    const folder = await folderOf({ 'latin1.rq': Buffer.from('ASK {\n?s ?p "é" }', 'latin1') });
    const { code, stdout, stderr } = await query('--file', join(folder, 'latin1.rq'));
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /latin1\.rq: The bytes on line 2 are not UTF-8/);
  });

  const faults: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['SELECT * { ?s'], /^communaux: Line 1, column 14: the end of the query is not expected here/],
    [['--output', 'html', 'ASK {}'], /^communaux: There is no format "html"/],
    [['--explain', '--output', 'csv', 'ASK {}'], /^communaux: An explanation has no format "csv"/],
    [['--file', '/nowhere.rq'], /^communaux: The file "\/nowhere\.rq" cannot be read/],
    [['--workers', '0', 'ASK {}'], /^communaux: Faulty settings\. COMMUNAUX_WORKERS \(--workers\)/],
  ];
  for (const [args, said] of faults)
    it(`refuses ${args.join(' ')}, with code 1 and one line that says why`, async () => {
      const { code, stdout, stderr } = await query(...args);
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(stderr, said);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
});
