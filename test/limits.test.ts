import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { environmentName, flagName } from '../src/config.js';
import { problemKinds } from '../src/errors.js';
import { limitNames, limits, standardLimits, type Limit } from '../src/limits.js';
import { projectPath } from '../src/project.js';

/** A table in Markdown without the blanks that only line it up. */
const plain = (text: string) => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

describe('the bounds', () => {
  for (const name of limitNames)
    it(`${name} stands in the table of THREATS.md, with its setting, default and problem`, async () => {
      const { standard, note, problem }: Limit = limits[name];
      const met =
        problem === undefined ? 'the connection is cut' : `${problemKinds[problem][0]} \`${problem}\``;
      const row = `| \`${environmentName(name)}\` | ${standard} | ${note} | ${met} |`;
      const text = await readFile(projectPath('THREATS.md'), 'utf8');
      assert.ok(plain(text).includes(plain(row)), `THREATS.md lacks this row:\n${row}`);
    });

  it('and nothing else stands in that table', async () => {
    const text = await readFile(projectPath('THREATS.md'), 'utf8');
    const named = [...text.matchAll(/^\| `(COMMUNAUX_\w+)`/gm)].map(([, name]) => name);
    assert.deepEqual(named.sort(), limitNames.map(environmentName).sort());
  });

  for (const [name, { standard, range }] of Object.entries<Limit>(limits))
    it(`${name} has a default in the range of ${flagName(name)}`, () => {
      assert.ok(range[0] <= standard && standard <= range[1]);
      assert.equal(standardLimits[name as keyof typeof standardLimits], standard);
    });
});
