import { isKind, kinds, type Kind } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import type { Entry } from '../../register/entries.js';
import { toRecordName } from '../../register/identifiers.js';
import { parametersFor, readOrder, readWords } from '../criteria.js';
import { parametersOf } from '../parameters.js';
import { wrongValue } from '../refusals.js';
import { sendKept } from '../send.js';
import type { Exchange } from './answers.js';
import { chosenFormat, jsonLdOffer } from './list-formats.js';
import { includesInvolvements, parametersIn, readForm, readPart } from './list-request.js';
import { pageOfCards } from './lists.js';
import { partParameters } from './paging.js';

const path = 'api/search';

/**
 * The records of every kind that have the words given, the best first, page by page; nothing for no words.
 * @throws Problem `bad-request` naming the parameter, `not-acceptable` when JSON-LD is not accepted
 */
export async function sendSearch(exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const url = parametersOf(request);
  const form = readForm(url, parameters);
  chosenFormat(request, url, [jsonLdOffer]);
  const q = readWords(url) ?? '';
  const wanted = readKinds(url);
  const { page, pageSize } = readOrder(url);
  const part = readPart(url, { page, pageSize });
  const cards = { ...form, involvements: includesInvolvements(url) };
  const given = [
    ...parametersFor({ q }),
    ...wanted.map(kind => ['kind', kind] as const),
    ...parametersIn(cards),
  ];
  const query = [...given, ...partParameters(part)];
  await sendKept({ path, format: jsonLdOffer.id, query }, exchange, async () =>
    pageOfCards(await found(q, wanted, register), { ...cards, path, given, part }, register),
  );
}

/** The kinds to search in, each once, in the register's order; none for all. */
function readKinds(url: URLSearchParams): Kind[] {
  const given = new Set(url.getAll('kind').filter(Boolean));
  if (![...given].every(isKind)) {
    const names = kinds.join(', ');
    throw wrongValue('kind', { en: `one of ${names}`, fr: `l'une de ces valeurs : ${names}` });
  }
  return kinds.filter(kind => given.has(kind));
}

async function found(q: string, wanted: readonly Kind[], register: Register): Promise<Entry[]> {
  const paths = q ? (await register.fullText()).search(q) : [];
  const names = paths.flatMap(each => toRecordName(each) ?? []);
  const some = names.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));
  const entries = some.map(async name => {
    const entry = (await register.entries(name.kind)).get(register.identifiers.path(name));
    return entry ? [entry] : [];
  });
  return (await Promise.all(entries)).flat();
}
