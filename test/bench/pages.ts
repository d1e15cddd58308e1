import { Agent, request } from 'node:http';
import { kinds } from '../../src/register/kinds.js';
import { shippedKinds, shippedRecords } from '../support/data.js';
import { start, type Running } from '../support/cli.js';
import { ask } from '../support/http.js';

/**
 * How fast every type of page answers: when it is made, then as it was kept, one at a time and then 200 at once. For
 * people to read: a figure depends on the machine and on what else runs there, so no test asserts it.
 *
 *     npm run bench:pages                 every address
 *     npm run bench:pages -- queries      those that match a regular expression
 */
const rounds = 15;
const parallel = 200;
const html = 'text/html';

interface Measured {
  readonly path: string;
  readonly status: number;
  readonly bytes: number;
  /** What it takes to make it. */
  readonly first: number;
  readonly median: number;
  readonly slowest: number;
}

/** The addresses to ask, each in the first format that browsers want. */
async function addresses(port: number): Promise<string[]> {
  const records = await Promise.all(
    (await shippedKinds()).map(async kind => (await shippedRecords(kind))[0]),
  );
  const list = await ask(port, '/queries.json');
  const questions = JSON.parse(list.text) as { name: string }[];
  const lists = kinds.map(kind => `/${kind}`);
  const vocabularies = (await ask(port, '/ontology', { headers: { accept: html } })).text;
  const formats = ['ttl', 'jsonld', 'rdf', 'nt'];
  return [
    ...['/', '/?lang=en', '/about', '/search?q=carte', '/search?q=logiciel+libre&lang=en'],
    ...lists,
    ...[
      '/commons?q=logiciel',
      '/commons?page=2',
      '/action?page=3&lang=en',
      '/action?q=adresse&theme=education',
    ],
    ...[
      'type=software',
      'theme=education',
      'territory=fr',
      'licence=MIT',
      'actor=dinum',
      'verification=confirmed',
    ].map(facet => `/commons?${facet}`),
    ...['/action?status=ongoing', '/action?year=2023', '/event?year=2024', '/resource?language=FRA'],
    ...records.map(path => `/${path ?? ''}`),
    ...['/commons/openstreetmap', '/actor/dinum', '/territory/fr', '/theme/education'],
    ...formats.map(extension => `/commons/openstreetmap.${extension}`),
    ...['/ontology', ...formats.map(extension => `/ontology.${extension}`)],
    ...new Set(vocabularies.match(/\/vocabulary\/[a-z-]+(?=")/g) ?? []),
    ...['/sparql', '/sparql/terms', '/queries', '/queries.json'],
    ...questions.map(({ name }) => `/queries/${name}`),
    ...['/queries/funders-of-commons.json', '/catalog', '/catalog.ttl', '/api', '/api/openapi.json'],
    ...lists.flatMap(path => [`/api${path}`, `${path}.csv`]),
    ...['/commons', '/territory', '/actor'].map(path => `${path}.geojson`),
    ...['/event.ics', '/api/commons/openstreetmap', '/api/actor/dinum', '/api/commons?q=carte', '/nowhere'],
  ];
}

const agent = new Agent({ keepAlive: true, maxSockets: parallel });

/** One request on a connection that is kept, as browsers and proxies do. */
function timed(port: number, path: string): Promise<{ status: number; bytes: number; ms: number }> {
  const started = performance.now();
  const headers = { accept: `${html}, application/ld+json;q=0.9, */*;q=0.8` };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent }, response => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, bytes, ms: performance.now() - started });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function measure(port: number, path: string): Promise<Measured> {
  const { ms: first } = await timed(port, path);
  const times: number[] = [];
  let last = { status: 0, bytes: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const { ms, ...answer } = await timed(port, path);
    times.push(ms);
    last = answer;
  }
  times.sort((a, b) => a - b);
  return { path, ...last, first, median: times[rounds >> 1] ?? 0, slowest: times.at(-1) ?? 0 };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function all(port: number, wanted: RegExp): Promise<void> {
  const paths = (await addresses(port)).filter(path => wanted.test(path));
  const measured: Measured[] = [];
  for (const path of paths) measured.push(await measure(port, path));
  print(
    '| first ms | median ms | slowest ms | status | bytes | address |\n| ---: | ---: | ---: | ---: | ---: | --- |',
  );
  for (const { path, status, bytes, first, median, slowest } of measured.sort((a, b) => b.first - a.first))
    print(
      `| ${first.toFixed(1)} | ${median.toFixed(1)} | ${slowest.toFixed(1)} | ${status} | ${bytes} | ${path} |`,
    );
  const mixed = Array.from({ length: parallel }, (_, index) => paths[(index * 7) % paths.length] ?? '/');
  const started = performance.now();
  const outcomes = await Promise.allSettled(mixed.map(path => timed(port, path)));
  const took = performance.now() - started;
  const failed = outcomes.filter(outcome => outcome.status === 'rejected' || outcome.value.status >= 500);
  print(`\n${parallel} at once: ${took.toFixed(0)} ms, ${failed.length} errors`);
}

async function warm(server: Running): Promise<number> {
  const port = await server.ready();
  while (!server.log.some(({ msg }) => msg === 'files made'))
    await new Promise(resolve => setTimeout(resolve, 100));
  return port;
}

const server = start(['serve', '--port', '0', '--base-url', 'http://localhost:3000', '--data-dir', 'none']);
try {
  await all(await warm(server), new RegExp(process.argv[2] ?? ''));
} finally {
  agent.destroy();
  server.child.kill();
  await server.outcome;
}
