import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { subset } from 'semver';
import { projectPath } from '../../src/project.js';

interface Package {
  /** What an alias stands for; otherwise the last folder of its place is the name. */
  readonly name?: string;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
}

/** The packages of package-lock.json by their place. The place "" is the project itself. */
type Packages = Readonly<Record<string, Package>>;

const { packages } = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as {
  readonly packages: Packages;
};

/** What a running server does without, and why. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/^(package|package-lock)\.json$/, 'rdflib lists it by mistake, and nothing imports it'],
  [/^(got|parse-url|tmp)$/, 'old versions with known holes came with package.json'],
  [/^@(zazuko|triply)\//, 'the build copies what is served of the editor'],
];

/** What is wrong with a list of packages, a line each. */
function findings(list: Packages): string[] {
  const range = list['']?.engines?.node ?? '*';
  return Object.entries(list).flatMap(([place, { name, dev, engines, hasInstallScript }]) => {
    if (!place) return [];
    const found: string[] = [];
    // Those of development as well: `npm ci` warns of them all.
    if (engines?.node && !subset(range, engines.node)) found.push(`${place} wants Node ${engines.node}`);
    if (dev) return found;
    if (hasInstallScript) found.push(`${place} runs a script when it is installed`);
    const called = name ?? place.replace(/^.*node_modules\//, '');
    const reason = refused.find(([pattern]) => pattern.test(called))?.[1];
    return reason ? [...found, `${place} is ${called}: ${reason}`] : found;
  });
}

describe('packages', () => {
  it('are all read', () => {
    assert.ok(Object.values(packages).filter(({ dev }) => !dev).length > 100);
    assert.match(packages['']?.engines?.node ?? '', /^\^20\./);
  });

  it('run on every Node that is promised; those of a server run no script and came on purpose', () => {
    assert.deepEqual(findings(packages), []);
  });

  it('are read by rules that find what they look for', () => {
    const old = { engines: { node: '>=18' } };
    const faulty: Packages = {
      '': { engines: { node: '^20.19.0 || >=24' } },
      'node_modules/a': { engines: { node: '>=24' }, dev: true },
      'node_modules/b': { hasInstallScript: true },
      'node_modules/b/node_modules/got': old,
      'node_modules/c': { name: 'package.json' },
      'node_modules/@zazuko/yasqe': {},
    };
    assert.equal(findings(faulty).length, 5);
    const fine: Packages = {
      '': { engines: { node: '^20.19.0 || >=24' } },
      'node_modules/package.json': { name: '@rdfjs/types', ...old },
      'node_modules/@zazuko/yasqe': { dev: true, hasInstallScript: true },
    };
    assert.deepEqual(findings(fine), []);
  });
});
