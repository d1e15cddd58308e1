import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { datasets } from '../src/catalogue/datasets.js';
import { readConfig } from '../src/config.js';
import { createLog } from '../src/log.js';
import { openStore } from '../src/open-store.js';
import { Identifiers } from '../src/register/identifiers.js';
import type { ColumnStore } from '../src/store/column-store.js';
import { folderOf } from './support/folder.js';
import { assertIsomorphic } from './support/isomorphism.js';

const base = 'http://localhost:3000';
const pac = 'https://w3id.org/communaux/pac#';
const dcat = 'http://www.w3.org/ns/dcat#';

/** A seed of one record and one axiom, and an empty folder beside it. */
async function given() {
  const seed = await folderOf({
    'commons/x.ttl': `<../id/commons/x> a <${pac}DigitalCommons> .`,
    'alignment.ttl': `<${pac}DigitalCommons> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <${dcat}Resource> .`,
  });
  return { seed, dataDir: await folderOf({}) };
}

function open(settings: { seed: string; dataDir: string; [name: string]: string }): Promise<ColumnStore> {
  const { base: at = base, ...flags } = settings;
  return openStore(readConfig(flags, {}), new Identifiers(at), createLog('silent'));
}

/** But for those of the catalogue. */
const lines = (store: ColumnStore) =>
  [...store.quads()]
    .filter(({ graph }) => graph.value !== `${base}/catalog`)
    .map(({ subject, object, graph }) => [subject, object, graph].map(({ value }) => value));

describe('the store at a start', () => {
  it('holds the seed, and what follows from it', async () => {
    const store = await open(await given());
    const found = lines(store);
    assert.equal(found.length, 3);
    assert.ok(
      found.some(
        ([subject, object, graph]) =>
          subject === `${base}/id/commons/x` &&
          object === `${dcat}Resource` &&
          graph === `${base}/graph/entailed`,
      ),
    );
  });

  it('tells the operator of values that are none of their datatype, and keeps them', async () => {
    const place = {
      seed: await folderOf({
        'event/x.ttl': `@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<../id/event/x> <https://schema.org/startDate> "2022-06-31"^^xsd:date, "2022-06-15+02:00"^^xsd:date, "2022"^^xsd:gYear ;
  <https://schema.org/value> 12, 1.5, "douze"^^xsd:integer, "NaN"^^xsd:double, "douze" .`,
      }),
      dataDir: await folderOf({}),
    };
    const written: string[] = [];
    const log = createLog('warn', { write: line => void written.push(line) });
    const store = await openStore(readConfig(place, {}), new Identifiers(base), log);
    assert.equal(lines(store).length, 8);
    const [told, ...more] = written.map(
      line => JSON.parse(line) as { count: number; examples: { value: string; graph: string }[] },
    );
    assert.deepEqual(more, []);
    assert.equal(told?.count, 2);
    assert.deepEqual(told.examples.map(({ value, graph }) => [value, graph]).sort(), [
      ['2022-06-31', `${base}/event/x`],
      ['douze', `${base}/event/x`],
    ]);
  });

  const catalogued = (store: ColumnStore, at = base) =>
    [...store.quads()].filter(({ graph }) => graph.value === `${at}/catalog`);

  it('holds the catalogue of what it holds, in a graph of its own', async () => {
    const store = await open(await given());
    const catalogue = catalogued(store);
    const listed = catalogue.filter(({ predicate }) => predicate.value === `${dcat}dataset`);
    assert.deepEqual(
      listed.map(({ subject, object }) => [subject.value, object.value]),
      datasets.map(({ name }) => [`${base}/catalog`, `${base}/dataset/${name}`]),
    );
    for (const { subject } of catalogue)
      assert.ok(
        subject.termType === 'BlankNode' ||
          /^\/(?:catalog|dataset|service)\b/.test(subject.value.slice(base.length)),
        subject.value,
      );
    assert.equal(lines(store).length, 3);
    const empty = await openStore(
      readConfig({ seed: 'none' }, {}),
      new Identifiers(base),
      createLog('silent'),
    );
    assert.equal(empty.size, 0);
  });

  it('has the catalogue of its base and its publisher, also after they changed', async () => {
    const place = await given();
    await open(place);
    const texts = (store: ColumnStore, at?: string) =>
      catalogued(store, at).map(({ object }) => object.value);
    assert.ok(!texts(await open(place)).includes('DINUM'));
    assert.ok(texts(await open({ ...place, publisherName: 'DINUM' })).includes('DINUM'));
    assert.ok(!texts(await open(place)).includes('DINUM'));
    const elsewhere = 'https://registre.example.org';
    assert.ok(
      texts(await open({ ...place, base: elsewhere }), elsewhere).includes(`${elsewhere}/dataset/action`),
    );
  });

  it('leaves a publisher that has a record of its own to that record', async () => {
    const publisherIri = `${base}/id/commons/x`;
    const store = await open({ ...(await given()), publisherIri, publisherName: 'DINUM' });
    assert.ok(catalogued(store).some(({ object }) => object.value === publisherIri));
    assert.ok(catalogued(store).every(({ subject }) => subject.value !== publisherIri));
  });

  it('is kept as a column file, and opened from it the next time', async () => {
    const place = await given();
    const first = await open(place);
    assert.deepEqual(await readdir(place.dataDir), ['columns']);
    const written = await readFile(join(place.dataDir, 'columns'));
    const second = await open(place);
    assertIsomorphic(second.quads(), first.quads());
    assert.equal(second.revision, first.revision);
    assert.deepEqual(await readFile(join(place.dataDir, 'columns')), written);
  });

  it('is made anew when the seed changed', async () => {
    const place = await given();
    await open(place);
    await writeFile(
      join(place.seed, 'commons/x.ttl'),
      `<../id/commons/x> a <${pac}DigitalCommons> ; <${pac}other> "new" .`,
    );
    assert.equal(lines(await open(place)).length, 4);
  });

  it('is made anew when the seed changed, though neither its size nor its time tells', async () => {
    const place = await given();
    const file = join(place.seed, 'commons/x.ttl');
    await utimes(file, 1_000, 1_000);
    await open(place);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('commons/x', 'commons/y'));
    await utimes(file, 1_000, 1_000);
    assert.ok(lines(await open(place)).every(([subject]) => subject !== `${base}/id/commons/x`));
  });

  it('is there though a FIFO stands in the place of its file, and is kept instead of it', async () => {
    const place = await given();
    const path = join(place.dataDir, 'columns');
    execFileSync('mkfifo', [path]);
    const first = await open(place);
    assert.equal(lines(first).length, 3);
    assert.ok((await stat(path)).isFile());
    assertIsomorphic((await open(place)).quads(), first.quads());
  });

  it('is there though a folder stands in the place of its file, which is left alone', async () => {
    const place = await given();
    await mkdir(join(place.dataDir, 'columns/kept'), { recursive: true });
    assert.equal(lines(await open(place)).length, 3);
    assert.deepEqual(await readdir(place.dataDir, { recursive: true }), ['columns', 'columns/kept']);
  });

  it('is made anew when the file is damaged', async () => {
    const place = await given();
    const first = await open(place);
    const path = join(place.dataDir, 'columns');
    const bytes = await readFile(path);
    bytes[bytes.length - 40]! ^= 1;
    await writeFile(path, bytes);
    assertIsomorphic((await open(place)).quads(), first.quads());
  });

  it('is there even when its file cannot be written', async () => {
    const place = await given();
    const file = join(place.seed, 'commons/x.ttl');
    assert.equal(lines(await open({ ...place, dataDir: join(file, 'below') })).length, 3);
  });

  it('writes nothing when it is told to keep nothing', async () => {
    const { seed, dataDir } = await given();
    await open({ seed, dataDir: 'none' });
    assert.deepEqual(await readdir(dataDir), []);
  });
});
