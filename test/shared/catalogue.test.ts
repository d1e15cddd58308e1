import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { ShaclEngineValidator } from '../../src/shacl/shacl-engine-validator.js';
import { base, sharedServer } from '../support/server.js';

const folder = projectPath('..', 'shared', 'dcat-ap-shapes', '3.0.1');

function shapes(): Quad[] {
  return ['shapes.ttl', 'range.ttl'].flatMap(file => {
    const path = `${folder}/${file}`;
    assert.ok(existsSync(path), `The DCAT-AP shapes are absent: ${path}. This test cannot do without.`);
    return new Parser().parse(readFileSync(path, 'utf8'));
  });
}

const formats = [
  { extension: 'ttl', format: 'turtle' },
  { extension: 'jsonld', format: 'jsonld' },
  { extension: 'rdf', format: 'rdfxml' },
] as const;

describe('catalogue and DCAT-AP 3.0.1', function () {
  this.timeout(60_000);

  async function read({ extension, format }: (typeof formats)[number]): Promise<Quad[]> {
    const { text } = await (await sharedServer()).ask(`/catalog.${extension}`);
    return parseRdf(text, { format, base });
  }

  async function violations(quads: Quad[]): Promise<string[]> {
    const findings = await new ShaclEngineValidator(shapes()).validate(quads);
    return findings
      .filter(({ severity }) => severity === 'violation')
      .map(({ focus, path, value, messages }) =>
        [focus, path, value, messages[0]?.value].filter(Boolean).join(' '),
      );
  }

  for (const format of formats)
    it(`finds no violation in /catalog.${format.extension}`, async () => {
      assert.deepEqual(await violations(await read(format)), []);
    });

  it('would find a dataset without title and a file without address', async () => {
    const quads = await read(formats[0]);
    const spoilt = quads.filter(
      ({ subject, predicate }) =>
        !(subject.value === `${base}/dataset/action` && predicate.value.endsWith('/terms/title')) &&
        !(subject.value === `${base}/dataset/need#csv` && predicate.value.endsWith('#accessURL')),
    );
    const found = await violations(spoilt);
    assert.ok(found.some(line => line.includes('/dataset/action http://purl.org/dc/terms/title')));
    assert.ok(found.some(line => line.includes('/dataset/need#csv http://www.w3.org/ns/dcat#accessURL')));
  });
});
