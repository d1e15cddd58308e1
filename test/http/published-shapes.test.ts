import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { dumpPath } from '../../src/catalogue/distributions.js';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { iri } from '../../src/rdf/prefixes.js';
import { namedNode, quad } from '../../src/rdf/terms.js';
import { ShaclEngineValidator } from '../../src/shacl/shacl-engine-validator.js';
import { base, sharedServer, type Server } from '../support/server.js';

/** A file of shapes for each file of the folder: those of a kind, and what they have in common. */
const shapesFiles = readdirSync(projectPath('ontology', 'shapes')).filter(name => name.endsWith('.ttl'));

describe('the published shapes', function () {
  this.timeout(120_000);
  let shapes: Quad[];
  let dumps: Quad[];

  before(async () => {
    const server = await sharedServer();
    shapes = (await Promise.all(shapesFiles.map(name => read(server, `shapes/${name}`)))).flat();
    // Records point to concepts of the vocabularies, whose classes the shapes look for.
    dumps = [
      ...(await read(server, dumpPath('register', 'ttl'))),
      ...(await read(server, dumpPath('vocabulary', 'ttl'))),
    ];
  });

  async function read(server: Server, path: string): Promise<Quad[]> {
    const answer = await server.ask(`/${path}`);
    assert.equal(answer.status, 200, path);
    return parseRdf(answer.text, { format: 'turtle', base: `${base}/${path}` });
  }

  const violations = async (data: Quad[]) =>
    (await new ShaclEngineValidator(shapes).validate(data)).filter(
      ({ severity }) => severity === 'violation',
    );

  it('hold on the published dumps', async () => {
    const records = dumps.filter(({ object }) => object.value === iri('dcat', 'CatalogRecord'));
    assert.ok(records.length > 900, `only ${records.length} records were looked at`);
    assert.deepEqual(await violations(dumps), []);
  });

  it('find what is wrong in them', async () => {
    const status = namedNode(iri('adms', 'status'));
    const wrong = dumps.filter(({ predicate }) => !predicate.equals(status));
    const nowhere = namedNode('http://e/nowhere');
    const record = namedNode(`${base}/commons/openstreetmap`);
    const found = await violations([...wrong, quad(record, status, nowhere)]);
    assert.ok(found.some(({ focus, value }) => focus === record.value && value === nowhere.value));
    assert.ok(found.length > 900);
  });
});
