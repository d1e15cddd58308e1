import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/**
 * Runs all tests in two processes, as the smallest machine that they are run on has two processors: what is asked over
 * HTTP, much of it of one server, with what is read of the data and of the source, and everything else, which takes as
 * long. What the second says is told after what the first says.
 *
 *     node build/test/side-by-side.js [what mocha takes]
 */
const folders = '(api|architecture|catalogue|data|feed|http|jsonld|ontology|pages|queries|register)';
const leftOut = {
  first: [`build/test/!${folders}/**`, 'build/test/*.test.js'],
  second: [`build/test/@${folders}/**`],
};

const mocha = fileURLToPath(import.meta.resolve('mocha/bin/mocha.js'));

function run(half: keyof typeof leftOut, output: 'inherit' | 'pipe'): ChildProcess {
  const ignored = leftOut[half].flatMap(pattern => ['--ignore', pattern]);
  return spawn(process.execPath, [mocha, ...ignored, ...process.argv.slice(2)], {
    stdio: ['ignore', output, output],
  });
}

/** Whether all went well. */
async function passed(child: ChildProcess): Promise<boolean> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

const first = run('first', 'inherit');
const second = run('second', 'pipe');
const both = Promise.all([first, second].map(passed));
const said = Promise.all(
  [second.stdout, second.stderr].map(stream => (stream ? buffer(stream) : Buffer.of())),
);
const ok = (await both).every(Boolean);
for (const part of await said) process.stdout.write(part);
process.exitCode = ok ? 0 : 1;
