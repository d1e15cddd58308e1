/**
 * Checks what a package holds: all that a server reads, and nothing that only development needs.
 *
 *     node test/package/contents.js <folder that a package was unpacked to>
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';

const [folder = '.'] = process.argv.slice(2);

/** Each part of the package, and what its files are. */
const parts = {
  LICENSE: /^$/,
  'README.md': /^$/,
  'package.json': /^$/,
  data: /^(LICENSE|.+\.ttl)$/,
  dist: /^(.+\.(js|css|svg))$/,
  ontology: /^(README\.md|.+\.(ttl|jsonld))$/,
  queries: /^.+\.rq$/,
};

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1).replaceAll(sep, '/'));

const missing = Object.keys(parts).filter(part => !files.some(file => partOf(file) === part));
assert.deepEqual(missing, [], 'parts that the package has not');
const foreign = files.filter(file => !parts[partOf(file)]?.test(file.slice(partOf(file).length + 1)));
assert.deepEqual(foreign, [], 'files that no server needs');

function partOf(file) {
  return file.split('/', 1)[0];
}
