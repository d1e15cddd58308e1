import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from '../support/folder.js';
import { sparqlPath } from '../support/http.js';
import { base, startServer } from '../support/server.js';

const records = 110_000;

/** A commons with a title, in the graph of its document. */
function record(number: number): string {
  const [thing, graph] = [`<${base}/id/commons/c${String(number)}>`, `<${base}/commons/c${String(number)}>`];
  return [
    `${thing} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/communaux/pac#DigitalCommons> ${graph} .`,
    `${thing} <http://purl.org/dc/terms/title> "Commun ${String(number)}"@fr ${graph} .`,
  ].join('\n');
}

describe('the pages of a large register', () => {
  it('are made from lists that are longer than an answer to outsiders may be', async () => {
    const seed = join(await folderOf({}), 'register.nq');
    await writeFile(seed, Array.from({ length: records }, (_, number) => record(number)).join('\n'));
    const server = await startServer({ seed });
    for (const page of ['/?lang=fr', '/commons?lang=fr']) {
      const { status, text } = await server.ask(page, { headers: { accept: 'text/html' } });
      assert.equal(status, 200, page);
      if (page !== '/?lang=fr') assert.match(text, /110\s000/, page);
    }
    const all = await server.ask(sparqlPath('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }'));
    assert.equal(all.status, 503);
    await server.close();
  });
});
