import assert from 'node:assert/strict';
import { Command } from 'commander';
import { exportCommand } from '../../src/cli/export.js';
import { queryCommand } from '../../src/cli/query.js';
import { serveCommand } from '../../src/cli/serve.js';
import { withSettings } from '../../src/cli/settings.js';
import { environmentName, flagName, readConfig, settingNotes } from '../../src/config.js';
import { limitNames, limits, standardLimits } from '../../src/limits.js';
import { communaux } from '../support/cli.js';

const names = Object.keys(settingNotes);
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('settings of a command', () => {
  it('are one flag each, of the same name as the variable, with a note that tells both', () => {
    const command = withSettings(new Command('x'));
    assert.deepEqual(
      command.options.map(({ long }) => long),
      names.map(flagName),
    );
    for (const [index, option] of command.options.entries())
      assert.ok(option.description.endsWith(`[${environmentName(names[index] ?? '')}]`));
  });

  it('arrive under the names that the configuration reads', () => {
    const values = {
      port: '8080',
      host: '::1',
      baseUrl: 'https://a.example',
      workers: '3',
      cacheMb: '8',
      pagesMb: '4',
      dataDir: 'kept',
      defaultGraph: 'own',
      seed: 'a,b',
      supervise: 'no',
      trustedProxies: '1',
      publisherName: 'A',
      publisherIri: 'https://a.example/id',
      publisherType: 'LocalAuthority',
      publisherEmail: 'a@a.example',
      publisherPage: 'https://a.example/',
      publisherLicence: 'CC0',
      ...Object.fromEntries(limitNames.map(name => [name, String(limits[name].standard)])),
    };
    const command = withSettings(new Command('x'));
    const flags = Object.entries(values).flatMap(([name, value]) => [flagName(name), value]);
    command.parse(flags, { from: 'user' });
    assert.deepEqual(Object.keys(command.opts()).sort(), names.toSorted());
    assert.deepEqual(readConfig(command.opts(), {}), {
      port: 8080,
      host: '::1',
      baseUrl: 'https://a.example',
      workers: 3,
      limits: standardLimits,
      trustedProxies: 1,
      cacheMb: 8,
      pagesMb: 4,
      dataDir: 'kept',
      defaultGraph: 'own',
      seed: ['a', 'b'],
      publisher: {
        name: 'A',
        iri: 'https://a.example/id',
        type: 'LocalAuthority',
        email: 'a@a.example',
        page: 'https://a.example/',
        licence: 'CC0',
      },
    });
  });
});

describe('communaux', () => {
  it('tells its commands with --help, on standard output', async () => {
    const { code, stdout, stderr } = await communaux(['--help']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Usage: communaux /);
    for (const command of ['serve', 'query', 'export', 'validate'])
      assert.match(stdout, new RegExp(`^ {2}${command} `, 'm'));
  });

  for (const command of [serveCommand(), queryCommand(), exportCommand()])
    it(`tells every setting of ${command.name()} in its help`, () => {
      const help = command.helpInformation();
      for (const name of names) {
        assert.ok(help.includes(`${flagName(name)} <value>`), name);
        assert.ok(plain(help).includes(environmentName(name)), name);
      }
    });

  it('tells the formats of query and export in their help', () => {
    assert.match(
      plain(queryCommand().helpInformation()),
      /json, xml, csv, tsv, turtle, jsonld, rdfxml, ntriples/,
    );
    assert.match(plain(exportCommand().helpInformation()), /turtle, jsonld, rdfxml, ntriples, nquads, trig/);
  });

  it('tells its version with --version', async () => {
    const { code, stdout } = await communaux(['--version']);
    assert.equal(code, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });

  const faults: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['serve', '--prot', '1'], /unknown option '--prot'/],
  ];
  for (const [args, said] of faults)
    it(`refuses ${args.join(' ')} with code 1, on standard error`, async () => {
      const { code, stdout, stderr } = await communaux(args);
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(stderr, said);
    });

  it('without a command tells how it is used, with code 1', async () => {
    const { code, stdout, stderr } = await communaux([]);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^Usage: communaux /);
  });
});
