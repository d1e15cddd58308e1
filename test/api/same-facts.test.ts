import assert from 'node:assert/strict';
import { Parser } from 'n3';
import { kinds } from '../../src/register/kinds.js';
import type { RecordName } from '../../src/register/identifiers.js';
import { languages, type Language } from '../../src/register/text.js';
import { readMarkup } from '../pages/markup.js';
import { sharedServer, type Server } from '../support/server.js';
import { factsOfGraph } from './graph-facts.js';
import { Names } from './names.js';
import { factsOfPage } from './page-facts.js';
import { get, lineOf, triplesOf } from './support.js';
import { ToldOf } from './told-of.js';

/** What one list has and another has not: a failure names the facts. */
function difference(first: Iterable<string>, second: Iterable<string>): string[] {
  const other = new Set(second);
  return [...new Set(first)].filter(line => !other.has(line)).sort();
}

/** What the page of a record leaves out or makes up. */
function faults(found: readonly string[], expected: readonly string[], where: string): string[] {
  return [
    ...difference(expected, found).map(fact => `${where} leaves out ${fact}`),
    ...difference(found, expected).map(fact => `${where} makes up ${fact}`),
  ];
}

describe('the page, the API and the Turtle of every record name the same facts', () => {
  let server: Server;
  let told: ToldOf;
  const names = new Map<Language, Names>();

  before(async function () {
    this.timeout(120_000);
    server = await sharedServer();
    const { store, identifiers } = server.house.register;
    const stored = [...store.quads()];
    for (const lang of languages) names.set(lang, new Names(stored, lang));
    const stated = stored.filter(({ graph }) => graph.value !== identifiers.entailedGraph);
    told = new ToldOf(stated, identifiers);
  });

  const turtleOf = async (path: string) => {
    const { text } = await get(`/${path}.ttl`);
    return new Parser({ baseIRI: `${server.house.register.identifiers.base}/${path}` }).parse(text);
  };

  for (const kind of kinds) {
    it(`${kind}: its pages state all that its Turtle says, and nothing else`, async function () {
      this.timeout(120_000);
      const { register } = server.house;
      const presentation = await register.presentation(kind);
      const check = async (record: RecordName, path: string, lang: Language) => {
        const [quads, page] = await Promise.all([turtleOf(path), get(`/${path}.html?lang=${lang}`)]);
        const found = factsOfPage(readMarkup(page.text), lang);
        const called = names.get(lang)!;
        const expected = factsOfGraph({
          lang,
          quads,
          names: called,
          thing: register.identifiers.thing(record),
          document: register.identifiers.document(record),
          label: property => presentation.label(property, lang).value,
        });
        const where = `${path} in ${lang}`;
        return [
          ...faults(found.own, expected, where),
          ...faults(found.incoming, told.facts(record, lang, called), `${where}, of other records,`),
          ...found.names
            .filter(({ iri, name }) => !called.isCalled(iri, name))
            .map(({ iri, name }) => `${where} calls <${iri}> "${name}"`),
        ];
      };
      const wrong: string[] = [];
      for (const entry of (await register.entries(kind)).values())
        for (const lang of languages) wrong.push(...(await check(entry, entry.path, lang)));
      assert.deepEqual(wrong, []);
    });

    it(`${kind}: its API says all that its Turtle says, and beside that only names`, async function () {
      this.timeout(120_000);
      for (const { path } of (await server.house.register.entries(kind)).values()) {
        const quads = await turtleOf(path);
        const [written, said] = [quads.map(lineOf), await triplesOf((await get(`/api/${path}`)).text)];
        assert.deepEqual(difference(written, said), [], `/api/${path} leaves out`);
        const spokenOf = new Set(quads.map(({ object }) => `NamedNode ${object.value}`));
        const more = difference(said, written).filter(
          line =>
            !/^NamedNode \S+ NamedNode \S+(title|name|prefLabel|label) \[/.test(line) ||
            !spokenOf.has(line.split(' ').slice(0, 2).join(' ')),
        );
        assert.deepEqual(
          more,
          [],
          `/api/${path} says more than its record and the names of what it speaks of`,
        );
      }
    });
  }
});
