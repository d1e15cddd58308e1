import { facetsOf } from '../../../src/register/facets.js';
import type { HostileRequest } from './hostile-request.js';
import { page, parameters, short } from './page-request.js';

const links = 'the main thread: links of a list';
const search = 'the main thread: searches';
const files = 'the main thread: lists as files';
const facets = Object.keys(facetsOf.action);
/** Values that there are: a choice of many is costly, of one that is not there pointless. */
const themes = ['education', 'employment', 'energy', 'biodiversity', 'geography', 'hardware-infrastructure'];
const words = 'libre commun public donnee logiciel carte ouvert etat ville adresse'.split(' ');

export const listRequests: readonly HostileRequest[] = [
  page('1 600 unknown values of one facet', links, `/action?${parameters(1_600, n => `need=${short(n)}`)}`),
  page(
    '480 unknown values of one facet, 4.4 kB',
    links,
    `/action?${parameters(480, n => `need=${short(n)}`)}`,
  ),
  page(
    '1 300 unknown values of ten facets',
    links,
    `/action?${parameters(1_300, n => `${facets[n % facets.length] ?? ''}=${short(n)}`)}`,
  ),
  page('500 unknown values in the API', links, `/api/action?${parameters(500, n => `actor=${short(n)}`)}`),
  page('1 000 unknown years', links, `/resource?${parameters(1_000, n => `year=${String(1_000 + n)}`)}`),
  page('a known value 500 times', links, `/commons?${parameters(500, () => 'theme=education')}`),
  page(
    'known values, 700 in all',
    links,
    `/commons?${parameters(700, n => `theme=${themes[n % themes.length] ?? ''}`)}`,
  ),
  page('a value of 12 kB', links, `/commons?actor=${'x'.repeat(12_000)}`),
  page('values of percent-encodings', links, `/commons?actor=${'%E2%82%AC'.repeat(1_300)}`),
  page('1 500 parameters that nobody knows', links, `/commons?${parameters(1_500, n => `x${short(n)}=1`)}`),
  page(
    'a search of 200 characters',
    search,
    `/search?q=${encodeURIComponent(`${words.join(' ')} ${words.join(' ')} ${'a '.repeat(34)}`)}`,
  ),
  page('a search of 12 kB', search, `/search?q=${'a+'.repeat(6_000)}`),
  page('a search of single letters', search, `/commons?q=${'a+e+i+o+u+'.repeat(20)}`),
  page(
    'a search with signs',
    search,
    `/search?q=${encodeURIComponent('"*~^(a OR b) AND NOT /c/ '.repeat(8))}`,
  ),
  page('a search in the API', search, `/api/action?q=${'e+'.repeat(100)}&size=500`),
  page('page 1 000 000 000', search, '/commons?page=1000000000'),
  page('page 1 000 000', search, '/commons?page=1000000&size=1'),
  page('a page of 501', search, '/api/commons?size=501'),
  page('the largest page of the API', files, '/api/action?size=500&page=1'),
  page('a calendar', files, '/event.ics'),
  page('a table', files, '/commons.csv'),
  page('a table of all actions', files, '/action.csv'),
  page('a map', files, '/territory.geojson'),
  page(
    'a table narrowed by 480 unknown values',
    files,
    `/action.csv?${parameters(480, n => `need=${short(n)}`)}`,
  ),
];
