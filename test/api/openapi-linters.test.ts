import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { projectPath } from '../../src/project.js';
import { folderOf } from '../support/folder.js';
import { getJson, ready } from './support.js';

interface Description {
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly security?: readonly object[];
}

const description = () => getJson<Description>('/api/openapi.json');

/** What `redocly lint` says with its recommended rules, a line each. It tells nobody what it was run on. */
async function redocly(document: object): Promise<string[]> {
  const folder = await folderOf({ 'openapi.json': JSON.stringify(document) });
  const file = join(folder, 'openapi.json');
  const cli = projectPath('node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const text = await new Promise<string>(resolve => {
    execFile(
      process.execPath,
      [cli, 'lint', file, '--format=json'],
      { cwd: folder, env, maxBuffer: 1 << 26 },
      // It exits with 1 where it finds errors.
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
  const { problems } = JSON.parse(text) as {
    readonly problems: readonly {
      readonly ruleId: string;
      readonly location: readonly { readonly pointer?: string }[];
    }[];
  };
  return problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer ?? ''}`);
}

/** What Spectral says with the recommended rules of `spectral:oas`, a line each. */
async function spectral(document: object): Promise<string[]> {
  const linter = new spectralCore.Spectral();
  linter.setRuleset({ extends: [spectralRulesets.oas as RulesetDefinition] });
  const found = await linter.run(document as Record<string, unknown>);
  return found.map(({ code, path }) => `${String(code)} #/${path.join('/')}`);
}

/** Warnings of Redocly that are meant to be. */
const meant = [
  // The identifier of a thing leads to its document (Cool URIs, section 4.2): it has no answer of its own.
  'operation-2xx-response #/paths/~1id~1{kind}~1{slug}/get/responses',
  // Instances under test are on this machine.
  'no-server-example.com #/servers/0/url',
];

describe('the description of the API, to those who check such descriptions', function () {
  // Spectral takes seconds for a description of this size.
  this.timeout(300_000);
  before(ready);

  it('passes `redocly lint`, with no warning but those that are meant', async () => {
    assert.deepEqual((await redocly(await description())).sort(), meant.toSorted());
  });

  it('passes Spectral, without a warning', async () => {
    assert.deepEqual(await spectral(await description()), []);
  });

  it('would not pass without what it says of security and topics', async () => {
    const { security, ...whole } = await description();
    assert.deepEqual(security, []);
    const spoilt = {
      ...whole,
      tags: whole.tags.map(({ name }) => ({ name })),
      info: { title: 'x', version: '1' },
    };
    const rules = (found: readonly string[]) => new Set(found.map(line => line.split(' ')[0]));
    const [byRedocly, bySpectral] = [await redocly(spoilt), await spectral(spoilt)];
    assert.ok(['security-defined', 'tag-description'].every(rule => rules(byRedocly).has(rule)));
    assert.ok(rules(bySpectral).has('info-contact'), bySpectral.join('\n'));
  });
});
