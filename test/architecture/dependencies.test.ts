import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectPath } from '../../src/project.js';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

const run = promisify(execFile);

describe('imports', () => {
  it('go in the directions of the house, without cycles', async function () {
    this.timeout(60_000);
    const command = projectPath('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const args = [command, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
    // With violations its exit code is their number, and the report is the same.
    const { stdout } = await run(process.execPath, args, { cwd: projectPath(), maxBuffer: 1e8 }).catch(
      (error: unknown) => error as { stdout: string },
    );
    const { summary } = JSON.parse(stdout) as Cruise;
    assert.ok(summary.totalCruised > 100, 'the sources were read');
    assert.deepEqual(
      summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      [],
    );
  });
});
