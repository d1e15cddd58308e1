import { existsSync, readdirSync } from 'node:fs';
import assert from 'node:assert/strict';
import { projectPath } from '../../../src/project.js';
import { Manifest, type ManifestTest } from './manifest.js';

const suite = projectPath('..', 'shared', 'w3c', 'rdf-tests', 'sparql');
const versions = ['sparql10', 'sparql11', 'sparql12'];

/** Not of a query engine, for what is switched off (SERVICE), or for what writes (the others). */
const leftOut = new Set(['entailment', 'service', 'graph-store-protocol', 'http-rdf-update']);

/** The tests of the whole suite of some types, in the order of their folders. */
export async function testsOf(types: readonly string[]): Promise<ManifestTest[]> {
  const folders = versions.flatMap(version =>
    readdirSync(`${suite}/${version}`)
      .filter(folder => !leftOut.has(folder) && existsSync(`${suite}/${version}/${folder}/manifest.ttl`))
      .sort()
      .map(folder => `${version}/${folder}`),
  );
  const manifests = await Promise.all(folders.map(folder => Manifest.read(suite, folder)));
  return manifests.flatMap(manifest => manifest.tests(types));
}

/** Runs tests of the suite, or says where it is missing: only beside a checkout without it there is nothing to run. */
export function withSuite(define: () => void): void {
  if (existsSync(suite)) define();
  else
    it('are there', function () {
      assert.ok(!process.env['CI'], `The test suite is missing: ${suite}`);
      this.skip();
    });
}
