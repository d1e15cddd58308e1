import type { HostileRequest } from './hostile-request.js';
import { page, parameters, short } from './page-request.js';

const negotiation = 'the main thread: headers';
const heavy = 'the main thread: documents and files';
const routing = 'the routes';
const questions = 'the questions of the register';
const header = (name: string, value: string, path = '/commons/openstreetmap') => ({
  path,
  headers: { [name]: value },
});
const tags = parameters(500, n => `W/"${short(n)}xxxxxxxxxxxxxxxxxxx"`).replaceAll('&', ', ');
const ranges = parameters(700, n => `a/${short(n)};q=0.${String(n % 1_000)}`).replaceAll('&', ', ');

const dumps = ['nt', 'ttl', 'jsonld', 'rdf', 'csv'].map(extension =>
  page(`the whole register, ${extension}`, heavy, `/dump/register.${extension}`),
);
const ontologies = ['ttl', 'jsonld', 'rdf', 'nt', 'html'].map(extension =>
  page(`the ontology, ${extension}`, heavy, `/ontology.${extension}`),
);

export const otherPages: readonly HostileRequest[] = [
  ...dumps,
  ...ontologies,
  page('the catalogue in RDF/XML', heavy, '/catalog.rdf'),
  page('the catalogue in JSON-LD', heavy, '/catalog.jsonld'),
  page('the description of the API', heavy, '/api/openapi.json'),
  page('a record in RDF/XML', heavy, '/actor/dinum.rdf'),
  page('HEAD of a dump', heavy, { method: 'HEAD', path: '/dump/register.nt' }),
  page('HEAD of a list', heavy, { method: 'HEAD', path: '/action' }),
  page('OPTIONS', routing, { method: 'OPTIONS', path: '/sparql' }),
  page(
    'a thousand ranges of a dump',
    heavy,
    header(
      'range',
      `bytes=${parameters(1_000, n => `${String(n)}-${String(n + 9)}`).replaceAll('&', ',')}`,
      '/dump/register.nt',
    ),
  ),
  page('Accept of 14 kB', negotiation, header('accept', ranges)),
  page('Accept with open quotes', negotiation, header('accept', `text/html${';a="'.repeat(3_400)}`)),
  page('Accept with escapes', negotiation, header('accept', `text/html;a="${'\\a'.repeat(6_500)}`)),
  page('Accept with spaces', negotiation, header('accept', `text/html;${' '.repeat(14_000)}x`)),
  page('Accept for a query', negotiation, header('accept', ranges, '/sparql?query=ASK%7B%7D')),
  page(
    'Accept-Language of 14 kB',
    negotiation,
    header('accept-language', parameters(1_400, n => `${short(n)};q=0.5`).replaceAll('&', ', ')),
  ),
  page('a language that nobody speaks', negotiation, '/commons?lang=tlh'),
  page('a list of tags', negotiation, header('if-none-match', tags)),
  page('a list of tags for a query', negotiation, header('if-none-match', tags, '/sparql?query=ASK%7B%7D')),
  page('an open tag', negotiation, header('if-none-match', `W/"${'"'.repeat(13_000)}`)),
  page('a forwarded address of 14 kB', negotiation, header('x-forwarded-for', '1.2.3.4, '.repeat(1_500))),
  page('an address of 12 kB that is not there', routing, `/${'a/'.repeat(6_000)}`),
  page('an address of dots that is not there', routing, `/commons/${'a.'.repeat(6_000)}ttl`),
  page('a record that is not there', routing, '/commons/no-such-record-at-all.ttl'),
  page('a broken percent-encoding', routing, '/commons/%E0%A4%A'),
  page('a percent sign alone', routing, '/commons?q=%'),
  page('a null byte', routing, '/commons/a%00b'),
  page('a way out of the folder', routing, '/dump/..%2f..%2fpackage.json'),
  page('an address of two slashes', routing, '//example.org/%2e%2e'),
  page('POST to a page', routing, { method: 'POST', path: '/commons', body: 'x'.repeat(200_000) }),
  page('a method that is not taken', routing, { method: 'PROPFIND', path: '/commons' }),
  page('a question with a word of 12 kB', questions, `/queries/commons-by-word?word=${'a'.repeat(12_000)}`),
  page(
    'a question with a costly word',
    questions,
    `/queries/commons-by-word.json?word=${encodeURIComponent('(a+)+$')}`,
  ),
  page('a question that compares all with all', questions, '/queries/possible-overlaps.json?minimum=1'),
  page('a question, explained', questions, '/queries/possible-overlaps?minimum=1&explain=1&format=json'),
  page(
    'a question with 1 000 parameters',
    questions,
    `/queries/commons-by-word?${parameters(1_000, n => `word=${short(n)}`)}`,
  ),
];
