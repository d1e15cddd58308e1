import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { projectPath } from '../../src/project.js';
import { sparqlPath } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';

const prefixes = `
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX m8g: <http://data.europa.eu/m8g/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pac: <https://w3id.org/communaux/pac#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
`;

const filesOf = async (kind: string) =>
  (await readdir(projectPath('data', kind))).filter(name => name.endsWith('.ttl')).length;

describe('what a query by standard terms finds', () => {
  let server: Server;
  const count = async (pattern: string) => {
    const query = `${prefixes} SELECT (COUNT(DISTINCT ?thing) AS ?n) { ${pattern} }`;
    const { text, status } = await server.ask(sparqlPath(query, { format: 'csv' }));
    assert.equal(status, 200, text);
    return Number(text.split('\r\n')[1]);
  };
  before(async () => {
    server = await sharedServer();
  });

  it('every action, commons and resource is a dcat:Resource', async () => {
    const [actions, commons, resources] = await Promise.all(['action', 'commons', 'resource'].map(filesOf));
    const found = await count('?thing a dcat:Resource . ?record foaf:primaryTopic ?thing');
    assert.equal(found, Number(actions) + Number(commons) + Number(resources));
    for (const type of ['pac:PublicAction', 'pac:DigitalCommons'])
      assert.equal(await count(`?thing a ${type} MINUS { ?thing a dcat:Resource }`), 0);
  });

  it('every actor is a foaf:Agent, and public ones an org:Organization', async () => {
    assert.equal(
      await count('?thing a foaf:Agent . ?record foaf:primaryTopic ?thing'),
      await filesOf('actor'),
    );
    assert.ok((await count('?thing a org:Organization')) >= (await count('?thing a m8g:PublicOrganisation')));
    assert.equal(await count('?thing a m8g:PublicOrganisation MINUS { ?thing a org:Organization }'), 0);
  });

  it('every action is a prov:Activity', async () => {
    assert.equal(
      await count('?thing a prov:Activity . ?record foaf:primaryTopic ?thing'),
      await filesOf('action'),
    );
  });

  it('every involvement is a prov:Association and an m8g:Participation', async () => {
    const involvements = await count('?thing a pac:Involvement');
    assert.ok(involvements > 500);
    assert.equal(await count('?thing a pac:Involvement, prov:Association, m8g:Participation'), involvements);
  });

  it('links between actions are dct:relation', async () => {
    for (const property of [
      'pac:succeeds',
      'pac:reinforces',
      'pac:complements',
      'pac:dependsOn',
      'pac:coordinatedWith',
    ]) {
      assert.ok((await count(`?thing ${property} ?other`)) > 0, property);
      assert.equal(
        await count(`?thing ${property} ?other MINUS { ?thing dct:relation ?other }`),
        0,
        property,
      );
    }
  });

  it('coordination goes both ways', async () => {
    assert.equal(
      await count('?thing pac:coordinatedWith ?other MINUS { ?other pac:coordinatedWith ?thing }'),
      0,
    );
  });

  it('everything named has an rdfs:label', async () => {
    assert.equal(await count('?thing foaf:name ?name MINUS { ?thing rdfs:label ?name }'), 0);
  });

  it('inverses are there without being stated, in a graph of their own', async () => {
    const parts = '?thing dct:isPartOf ?whole';
    assert.ok((await count(parts)) >= 100);
    assert.equal(await count(`${parts} MINUS { ?whole dct:hasPart ?thing }`), 0);
    assert.equal(await count(`GRAPH <${base}/graph/entailed> { ?thing dct:isPartOf ?whole }`), 0);
    assert.ok((await count(`GRAPH <${base}/graph/entailed> { ?thing dct:hasPart ?part }`)) > 0);
  });
});
