import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { Parser } from 'n3';
import { projectPath } from '../../src/project.js';
import { shorten } from '../../src/rdf/prefixes.js';
import { toRecordName } from '../../src/register/identifiers.js';
import { incomingOf } from '../../src/register/incoming.js';
import { incomingNames } from '../../src/register/incoming-names.js';
import type { Register } from '../../src/register/read.js';
import { languages, type Language } from '../../src/register/text.js';
import type { Property } from '../../src/register/views.js';
import { shippedKinds, shippedRecords } from '../support/data.js';
import { base, sharedServer } from '../support/server.js';

interface Link {
  readonly source: string;
  readonly predicate: string;
  readonly target: string;
}

/** Every link from a record to another, by path: read from the files, without the store. */
async function statedLinks(): Promise<Link[]> {
  const links: Link[] = [];
  for (const kind of await shippedKinds())
    for (const file of await readdir(projectPath('data', kind))) {
      const source = `${kind}/${file.replace(/\.ttl$/, '')}`;
      const text = await readFile(projectPath('data', kind, file), 'utf8');
      for (const { predicate, object } of new Parser({ baseIRI: `${base}/${source}` }).parse(text)) {
        const [, target] = /^http:\/\/localhost:3000\/id\/(.*)$/.exec(object.value) ?? [];
        if (target !== undefined && target !== source)
          links.push({ source, predicate: predicate.value, target });
      }
    }
  return links;
}

const paths = ({ values }: Property) =>
  values.flatMap(value => (value.type === 'record' ? [value.path] : []));

describe('incoming links', () => {
  let register: Register;
  let links: Link[];
  const incoming = (path: string, language: Language = 'fr') => {
    const name = toRecordName(path);
    assert.ok(name);
    return incomingOf(name, language, register);
  };
  before(async () => {
    register = (await sharedServer()).house.register;
    links = await statedLinks();
  });

  it('show on every record exactly the records that link to it', async function () {
    this.timeout(60_000);
    const sources = new Map<string, Set<string>>();
    for (const { source, target } of links)
      sources.set(target, (sources.get(target) ?? new Set()).add(source));
    assert.ok(sources.size > 400);
    for (const kind of await shippedKinds())
      for (const path of await shippedRecords(kind)) {
        const shown = (await incoming(path)).flatMap(paths);
        assert.deepEqual([...new Set(shown)].sort(), [...(sources.get(path) ?? [])].sort(), path);
      }
  });

  it('are named from this side, in the reader’s language', async () => {
    const names = async (path: string, language: Language) =>
      Object.fromEntries((await incoming(path, language)).map(({ name, label }) => [name, label]));
    const need = await names('need/choix-licence', 'fr');
    assert.deepEqual(need['pac:addressesNeed'], { value: 'Actions qui répondent à ce besoin', lang: 'fr' });
    const territory = await names('territory/fr', 'en');
    assert.deepEqual(territory['dct:spatial'], { value: 'In this territory', lang: 'en' });
    const action = await names('action/ademe-appel-communs-2021', 'en');
    assert.deepEqual(action['pac:succeeds'], { value: 'Succeeded by', lang: 'en' });
  });

  it('tell an involvement by its role, and lead to the record that states it', async () => {
    const roles = await incoming('actor/openstreetmap-foundation', 'fr');
    const steward = roles.find(({ name }) => name.endsWith('role#steward') || name === 'role:steward');
    assert.deepEqual(steward?.label, { value: 'Garant', lang: 'fr' });
    assert.ok(paths(steward).includes('commons/openstreetmap'));
    assert.ok(!roles.some(({ name }) => name === 'prov:agent'));
  });

  it('name each record once in a relation, in alphabetical order, by its title', async () => {
    for (const path of ['actor/dinum', 'territory/fr', 'theme/open-data'])
      for (const property of await incoming(path)) {
        const shown = paths(property);
        assert.equal(new Set(shown).size, shown.length, `${path} ${property.name}`);
        const titles = property.values.map(value => (value.type === 'record' ? value.text.value : ''));
        assert.deepEqual(
          titles,
          titles.toSorted(new Intl.Collator('fr', { numeric: true, sensitivity: 'base' }).compare),
        );
        for (const value of property.values)
          if (value.type === 'record') assert.ok(value.text.lang, value.path);
      }
  });

  it('between actions appear once, not again for the node that qualifies them', async () => {
    const succession = await incoming('action/ademe-appel-communs-2021');
    assert.equal(
      succession.filter(property => paths(property).includes('action/ademe-appel-communs-2023')).length,
      1,
    );
  });

  it('of a record that nobody speaks of are none', async () => {
    assert.deepEqual(await incoming('commons/nowhere'), []);
  });

  it('have a name in both languages for every property that the data links by', () => {
    const used = new Set(links.map(({ predicate }) => shorten(predicate)));
    used.delete('prov:agent');
    assert.ok(used.size > 10);
    for (const name of used)
      for (const language of languages) assert.ok(incomingNames[name]?.[language], name);
  });
});
