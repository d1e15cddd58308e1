import assert from 'node:assert/strict';
import fc from 'fast-check';
import { environmentName, flagName, readConfig, settingNotes, unknownSettings } from '../src/config.js';
import { standardLimits } from '../src/limits.js';
import { assertProblem } from './support/problems.js';

const names = Object.keys(settingNotes);

/** Faulty values, by setting. */
const faulty: Readonly<Record<string, readonly string[]>> = {
  port: ['-1', '65536', '3000.5', 'http', 'NaN'],
  workers: ['0', '65', 'two', '1.5'],
  queryTimeoutMs: ['99', '3600001', '30s', 'Infinity'],
  cacheMb: ['-1', '0.5', '16385', '64 MB'],
  pagesMb: ['-1', '0.5', '16385', '32 MB'],
  defaultGraph: ['both', 'UNION', 'true'],
  supervise: ['maybe', 'true', 'NO'],
  publisherType: ['nationalauthority', 'Ministry'],
  publisherEmail: ['nobody', 'a@', 'a b@example.org'],
  publisherIri: ['dinum', 'ftp://example.org', 'urn:x'],
  publisherPage: ['example.org', 'javascript:alert(1)'],
  publisherLicence: ['etalab_2_0', 'MIT', 'https://creativecommons.org/licenses/by/4.0/'],
  answerRows: ['0', '-1', '1e12', 'many'],
  trustedProxies: ['0', '11', 'all', '10.0.0.0/33', '10.0.0.0/', 'proxy.example', '10.0.0.1,,'],
  baseUrl: [
    'localhost',
    'localhost:3000',
    'ftp://example.org',
    '/register',
    'javascript:alert(1)',
    'http://',
  ],
};

describe('readConfig', () => {
  it('has a value for what has to have one, and leaves the rest to those who know', () => {
    assert.deepEqual(readConfig({}, {}), {
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      limits: standardLimits,
      cacheMb: 64,
      pagesMb: 32,
      dataDir: './var',
      defaultGraph: 'union',
      publisher: {},
    });
  });

  it('makes the base of the port, when it is given none', () => {
    assert.equal(readConfig({}, { COMMUNAUX_PORT: '8080' }).baseUrl, 'http://localhost:8080');
  });

  it('reads every setting from the environment', () => {
    const environment = {
      COMMUNAUX_PORT: '0',
      COMMUNAUX_HOST: '0.0.0.0',
      COMMUNAUX_BASE_URL: 'https://communs.example.fr/registre/',
      COMMUNAUX_WORKERS: '4',
      COMMUNAUX_QUERY_TIMEOUT_MS: '5000',
      COMMUNAUX_CONNECTIONS: '9',
      COMMUNAUX_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      COMMUNAUX_CACHE_MB: '0',
      COMMUNAUX_PAGES_MB: '16',
      COMMUNAUX_DATA_DIR: '/srv/communaux',
      COMMUNAUX_DEFAULT_GRAPH: 'own',
      COMMUNAUX_SEED: 'data, other/x.ttl',
      COMMUNAUX_PUBLISHER_NAME: 'DINUM',
      COMMUNAUX_PUBLISHER_IRI: 'https://communs.example.fr/id/actor/dinum',
      COMMUNAUX_PUBLISHER_TYPE: 'NationalAuthority',
      COMMUNAUX_PUBLISHER_EMAIL: 'communs@example.fr',
      COMMUNAUX_PUBLISHER_PAGE: 'https://www.example.fr/à-propos',
      COMMUNAUX_PUBLISHER_LICENCE: 'ODC_BL',
    };
    assert.deepEqual(readConfig({}, environment), {
      port: 0,
      host: '0.0.0.0',
      baseUrl: 'https://communs.example.fr/registre',
      workers: 4,
      limits: { ...standardLimits, queryTimeoutMs: 5_000, connections: 9 },
      trustedProxies: ['10.0.0.0/8', '::1'],
      cacheMb: 0,
      pagesMb: 16,
      dataDir: '/srv/communaux',
      defaultGraph: 'own',
      seed: ['data', 'other/x.ttl'],
      publisher: {
        name: 'DINUM',
        iri: 'https://communs.example.fr/id/actor/dinum',
        type: 'NationalAuthority',
        email: 'communs@example.fr',
        page: 'https://www.example.fr/%C3%A0-propos',
        licence: 'ODC_BL',
      },
    });
  });

  it('takes a flag before the environment', () => {
    assert.equal(readConfig({ port: '1' }, { COMMUNAUX_PORT: '2' }).port, 1);
    assert.equal(readConfig({ port: undefined }, { COMMUNAUX_PORT: '2' }).port, 2);
  });

  it('takes an empty variable for one that is not set', () => {
    assert.equal(readConfig({}, { COMMUNAUX_PORT: '', COMMUNAUX_SEED: '' }).port, 3000);
  });

  it('fills the store with nothing for the seed "none"', () => {
    assert.deepEqual(readConfig({}, { COMMUNAUX_SEED: 'none' }).seed, []);
  });

  it('keeps nothing on disk for the folder "none"', () => {
    assert.equal('dataDir' in readConfig({}, { COMMUNAUX_DATA_DIR: 'none' }), false);
  });

  for (const [setting, values] of Object.entries(faulty))
    for (const value of values)
      it(`refuses "${value}" for ${setting}, and names it as it was given`, async () => {
        const { message } = await assertProblem(
          () => readConfig({}, { [environmentName(setting)]: value }),
          'bad-request',
        );
        assert.ok(message.includes(environmentName(setting)) && message.includes(flagName(setting)), message);
        await assertProblem(() => readConfig({ [setting]: value }, {}), 'bad-request');
      });

  it('names every faulty setting at once', () =>
    assertProblem(
      () => readConfig({ port: 'x' }, { COMMUNAUX_WORKERS: 'y' }),
      'bad-request',
      /COMMUNAUX_PORT.*COMMUNAUX_WORKERS/,
    ));

  it('takes any whole number in the range of a setting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), port => {
        assert.equal(readConfig({ port: String(port) }, {}).port, port);
      }),
    );
  });
});

describe('the names of settings', () => {
  it('are those of the environment and of the command line', () => {
    assert.equal(environmentName('queryTimeoutMs'), 'COMMUNAUX_QUERY_TIMEOUT_MS');
    assert.equal(flagName('queryTimeoutMs'), '--query-timeout-ms');
  });

  it('has a note for each', () => {
    assert.ok(names.length >= 7);
    for (const note of Object.values(settingNotes)) assert.match(note, /\w{3}/);
  });

  it('lets a misspelt one be told', () => {
    assert.deepEqual(
      unknownSettings({ COMMUNAUX_PROT: '1', COMMUNAUX_PORT: '1', PORT: '1', communaux_port: '1' }),
      ['COMMUNAUX_PROT'],
    );
    assert.deepEqual(
      unknownSettings(Object.fromEntries(names.map(name => [environmentName(name), 'x']))),
      [],
    );
  });
});
