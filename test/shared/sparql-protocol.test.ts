import assert from 'node:assert/strict';
import { prefixes } from '../../src/rdf/prefixes.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { namedNode, quad } from '../../src/rdf/terms.js';
import { mediaType } from '../support/http.js';
import { base } from '../support/server.js';
import { readRdf } from './w3c/manifest.js';
import { requestsOf, type ProtocolRequest } from './w3c/protocol-requests.js';
import type { ManifestTest } from './w3c/manifest.js';
import { testsOf, withSuite } from './w3c/suite.js';
import { switchedServer, type SwitchedServer } from './w3c/switched-server.js';

const ut = 'http://www.w3.org/2009/sparql/tests/test-update#';

/** The graphs that a test brings. */
async function dataOf({ node, manifest }: ManifestTest) {
  const parts = manifest.objects(node, `${ut}graphData`).map(async part => {
    const name = namedNode(manifest.value(part, `${prefixes.rdfs}label`) ?? '');
    const quads = await readRdf(manifest.value(part, `${ut}graph`) ?? '');
    return quads.map(({ subject, predicate, object }) => quad(subject, predicate, object, name));
  });
  return (await Promise.all(parts)).flat();
}

const families: Readonly<Record<string, RegExp>> = {
  boolean: /^application\/sparql-results\+(json|xml)$/,
  tabular: /^(application\/sparql-results\+(json|xml)|text\/csv|text\/tab-separated-values)$/,
  RDF: /^(text\/turtle|application\/(rdf\+xml|n-triples|ld\+json))$/,
};

async function assertAnswered(request: ProtocolRequest, { server }: SwitchedServer): Promise<void> {
  const { path, expected, ...asked } = request;
  const answer = await server.ask(path.replace(/^\/sparql\//, '/sparql'), asked);
  const status = `${String(answer.status).slice(0, 1)}xx`;
  assert.ok(expected.statuses.includes(status), `${String(answer.status)} ${answer.text}`);
  if (expected.format !== undefined) assert.match(mediaType(answer), families[expected.format] ?? /^$/);
  if (expected.boolean !== undefined)
    assert.equal((JSON.parse(answer.text) as { boolean: boolean }).boolean, expected.boolean);
}

describe('the protocol tests of SPARQL by W3C', () => {
  withSuite(() => {
    let switched: SwitchedServer;
    before(async () => {
      switched = await switchedServer();
    });

    it('are answered as they ask, those of queries', async () => {
      const tests = (await testsOf(['ProtocolTest'])).filter(
        ({ node }) => !/#(bad_)?update_|#bad_multiple_updates/.test(node.value),
      );
      assert.equal(tests.length, 20);
      const faults: Record<string, string> = {};
      for (const test of tests) {
        switched.use(await dataOf(test));
        for (const request of requestsOf(test))
          await assertAnswered(request, switched).catch((error: Error) => {
            faults[test.name] = error.message;
          });
      }
      assert.deepEqual(faults, {});
    });

    it('find a service description that names the endpoint, as RDF', async () => {
      const sd = 'http://www.w3.org/ns/sparql-service-description#';
      const tests = await testsOf(['ServiceDescriptionTest']);
      assert.equal(tests.length, 3);
      const answer = await switched.server.ask('/sparql', { headers: { accept: 'text/turtle' } });
      assert.equal(mediaType(answer), 'text/turtle');
      const quads = await parseRdf(answer.text, { format: 'turtle', base });
      const [endpoint] = quads.filter(({ predicate }) => predicate.value === `${sd}endpoint`);
      assert.equal(endpoint?.object.value, `${base}/sparql`);
      const types = quads.filter(
        ({ subject, predicate }) =>
          subject.equals(endpoint.subject) && predicate.value === `${prefixes.rdf}type`,
      );
      assert.deepEqual(
        types.map(({ object }) => object.value),
        [`${sd}Service`],
      );
    });
  });
});
