/**
 * Waits for a server and asks it what a reader and a program ask first. It needs nothing but Node.
 *
 *     node test/fresh-machine/ask.js http://localhost:3000
 */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

const [base = 'http://localhost:3000'] = process.argv.slice(2);
/** A start takes some seconds, and its build some more; machines of tests have other work, too. */
const patienceMs = 180_000;

async function ready() {
  const started = Date.now();
  while (Date.now() - started < patienceMs) {
    const answer = await fetch(`${base}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(100);
  }
  throw new Error(`${base}/health did not answer 200 within ${String(patienceMs / 1_000)} s.`);
}

async function ask(path, accept) {
  const started = Date.now();
  const answer = await fetch(base + path, { headers: { accept } });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${path}: ${text}`);
  process.stdout.write(
    `${path}: 200 ${String(answer.headers.get('content-type'))}, ${String(Date.now() - started)} ms\n`,
  );
  return text;
}

await ready();
assert.match(await ask('/health', '*/*'), /./);
assert.match(await ask('/', 'text/html'), /<h1/);
const query = 'SELECT (COUNT(*) AS ?n) { ?record a <http://www.w3.org/ns/dcat#CatalogRecord> }';
const counted = await ask(`/sparql?query=${encodeURIComponent(query)}`, 'application/sparql-results+json');
assert.ok(Number(JSON.parse(counted).results.bindings[0].n.value) > 100, counted);
