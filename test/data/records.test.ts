import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import type { NamedNode, Term } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { expand } from '../../src/rdf/prefixes.js';
import { namedNode, quad } from '../../src/rdf/terms.js';

const base = 'http://localhost:3000';
const names = readdirSync(projectPath('data'), { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.ttl'))
  .map(name => name.slice(0, -'.ttl'.length));
const texts = new Map(names.map(name => [name, readFileSync(projectPath('data', `${name}.ttl`), 'utf8')]));
const data = new Store();
for (const [name, text] of texts)
  for (const { subject, predicate, object } of new Parser({ baseIRI: `${base}/${name}` }).parse(text))
    data.addQuad(quad(subject, predicate, object, namedNode(`${base}/${name}`)));

const node = (name: string) => namedNode(expand(name));
const instances = (type: string) => data.getSubjects(node('rdf:type'), node(type), null) as NamedNode[];
const values = (subject: Term, property: string) =>
  data.getObjects(subject as NamedNode, node(property), null);
const levelOf = (subject: Term) => values(subject, 'pac:verificationLevel')[0]?.value.split('#')[1];
const shortcuts = [
  'reinforces',
  'complements',
  'overlaps',
  'hampers',
  'dependsOn',
  'coordinatedWith',
  'succeeds',
];

describe('the records', () => {
  it('are all there, by kind', () => {
    const counts: Record<string, number> = {};
    for (const name of names) counts[name.split('/')[0] ?? ''] = (counts[name.split('/')[0] ?? ''] ?? 0) + 1;
    const { action, commons, actor, event, need, resource } = counts as Record<string, number>;
    assert.deepEqual(
      { action, commons, actor, event, resource },
      { action: 171, commons: 195, actor: 257, event: 77, resource: 60 },
    );
    assert.ok(need! >= 22 && need! <= 28, `about 25 needs, not ${need}`);
    assert.ok(names.length >= 780);
  });

  it('describe each one thing, in a file of its name, with a record that says where it comes from', () => {
    for (const name of names) {
      const document = namedNode(`${base}/${name}`);
      assert.deepEqual(
        values(document, 'foaf:primaryTopic').map(({ value }) => value),
        [`${base}/id/${name}`],
      );
      const backed = values(document, 'dct:source').length + values(document, 'skos:editorialNote').length;
      assert.ok(backed > 0, `${name} says nothing of where it comes from`);
    }
  });

  it('never give a source for what rests on none', () => {
    for (const record of instances('dcat:CatalogRecord'))
      if (levelOf(record) === 'known') assert.deepEqual(values(record, 'dct:source'), [], record.value);
    for (const involvement of [...instances('pac:Involvement'), ...instances('pac:ActionLink')])
      if (levelOf(involvement) === 'sourced')
        assert.ok(values(involvement, 'dct:source').length > 0, involvement.value);
      else assert.deepEqual(values(involvement, 'dct:source'), [], involvement.value);
  });

  it('name each property of `pac:unsourcedProperty` on the thing or one of its involvements', () => {
    for (const record of instances('dcat:CatalogRecord')) {
      const [thing] = values(record, 'foaf:primaryTopic');
      for (const property of values(record, 'pac:unsourcedProperty')) {
        const used = data.countQuads(thing as NamedNode, property as NamedNode, null, null);
        const within = data.getQuads(null, property as NamedNode, null, record as NamedNode).length;
        assert.ok(used + within > 0, `${record.value} names ${property.value}, which it does not state`);
      }
    }
  });

  it('link actions at least forty times, each link with role, reason in both languages and its shortcut', () => {
    const links = instances('pac:ActionLink');
    assert.ok(links.length >= 40, `${links.length} links`);
    for (const link of links) {
      const [from] = data.getSubjects(node('dcat:qualifiedRelation'), link, null);
      const [to] = values(link, 'dct:relation');
      const role = values(link, 'dcat:hadRole')[0]?.value.split('#')[1] ?? '';
      const shortcut = role.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const direct = values(from as Term, `pac:${shortcut}`).map(({ value }) => value);
      assert.ok(direct.includes(to?.value ?? ''), `${link.value} has no shortcut pac:${shortcut}`);
      assert.equal(values(link, 'dct:description').length, 2, link.value);
    }
    const direct = shortcuts.reduce(
      (sum, name) => sum + data.countQuads(null, node(`pac:${name}`), null, null),
      0,
    );
    assert.equal(direct, links.length);
  });

  it('hold no person, address or telephone number', () => {
    for (const [name, text] of texts) {
      assert.doesNotMatch(text, /foaf:Person|vcard:|mailto:|tel:|foaf:mbox/, name);
      assert.doesNotMatch(text, /[\w.+-]+@[\w-]+\.[a-z]{2,}/, name);
    }
  });

  it('keep to one layout: prefixes in order, no blank node, the thing first, the record last', () => {
    for (const [name, text] of texts) {
      const prefixes = [...text.matchAll(/^@prefix (\S+):/gm)].map(([, prefix]) => prefix);
      assert.deepEqual(prefixes, [...prefixes].sort(), `prefixes of ${name}`);
      const [kind, slug] = name.split('/');
      const subjects = [...text.matchAll(/^([a-z]+:[\w-]+|<[^>]*>) /gm)].map(([, subject]) => subject);
      assert.equal(subjects[0], `${kind}:${slug}`);
      assert.equal(subjects.at(-1), '<>', name);
    }
    const blank = [...data].filter(({ subject, object }) =>
      [subject, object].some(({ termType }) => termType === 'BlankNode'),
    );
    assert.deepEqual(blank, []);
  });

  it('break no disjointness of the ontology', () => {
    const disjoint = ['Involvement', 'Need', 'ActionLink', 'Clause'].map(name =>
      instances(`pac:${name}`).map(({ value }) => value),
    );
    assert.equal(new Set(disjoint.flat()).size, disjoint.flat().length);
  });
});
