import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { progress } from '../../src/cli/progress.js';

/** A stream that says whether it is a terminal, and what was written on it. */
function screen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream & PassThrough;
  return { stream, written: () => ((stream.read() as Buffer | null) ?? '').toString() };
}

describe('progress', () => {
  it('writes nothing when nobody watches', () => {
    const { stream, written } = screen(false);
    const bar = progress('export', 3, stream);
    for (let i = 0; i < 3; i += 1) bar.advance();
    bar.end();
    assert.equal(written(), '');
  });

  it('rewrites its line with the percentage done, and wipes it at the end', () => {
    const { stream, written } = screen(true);
    const bar = progress('export', 4, stream);
    bar.advance();
    assert.equal(written(), '\rexport 25 %');
    bar.advance();
    bar.advance();
    bar.advance();
    assert.equal(written(), '\rexport 50 %\rexport 75 %\rexport 100 %');
    bar.end();
    assert.match(written(), /^\r +\r$/);
  });

  it('writes each percentage once, however many steps there are', () => {
    const { stream, written } = screen(true);
    const bar = progress('x', 10_000, stream);
    for (let i = 0; i < 10_000; i += 1) bar.advance();
    assert.equal(written().split('\r').length, 1 + 101);
  });

  it('wipes the whole of the longest line', () => {
    const { stream, written } = screen(true);
    const bar = progress('export', 1, stream);
    bar.advance();
    const longest = written().length - 1;
    bar.end();
    assert.ok(written().replaceAll('\r', '').length >= longest);
  });
});
