import { nearestName } from '../register/edit-distance.js';
import { toRecordName } from '../register/identifiers.js';
import { isKind, kinds, type Kind } from '../register/kinds.js';
import type { Register } from '../register/read.js';
import { addressNames } from './address-names.js';

/** Longer addresses are no slips of a known one. */
const longestPath = 200;
/** So many names are compared at most: the work is bounded, however many records there are. */
const mostCompared = 1_000;

/**
 * The address that was meant by one where there is nothing, relative to the base; undefined when none is near. What it
 * proposes is there: names of records are looked up, those of pages come from a table.
 */
export async function nearMiss(path: string, register: Register): Promise<string | undefined> {
  if (path.length > longestPath) return undefined;
  const { names, extension } = partsOf(path);
  const found = await meantBy(names, register);
  if (found === undefined) return undefined;
  const meant = found + (extension && toRecordName(found) ? `.${extension}` : '');
  return `/${meant}` === path ? undefined : meant;
}

/** The names in a path as addresses write them: `/Actor/ANCT.ttl/` is `actor`, `anct` and `ttl`. */
function partsOf(path: string): { names: string[]; extension: string } {
  const [, stem = path, extension = ''] = /^(.*)\.(ttl|jsonld|rdf|nt|html)\/?$/.exec(path) ?? [];
  const names = decoded(stem).split('/').map(plain).filter(Boolean);
  return { names, extension };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  return letters
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
}

/** Things and the API have the paths of pages after a word of their own, and what is there of them. */
const below: Readonly<Record<string, (path: string) => boolean>> = {
  id: path => toRecordName(path) !== undefined,
  api: path => isKind(path.split('/')[0] ?? ''),
};

async function meantBy(names: readonly string[], register: Register): Promise<string | undefined> {
  const [first = '', ...rest] = names;
  const isThere = Object.hasOwn(below, first) ? below[first] : undefined;
  if (!isThere || rest.length === 0) return pageMeant(names, register);
  const path = await pageMeant(rest, register);
  return path !== undefined && isThere(path) ? `${first}/${path}` : undefined;
}

/** A page, or a record by its kind and name, or by its name alone. */
async function pageMeant(
  [first, second, ...more]: readonly string[],
  register: Register,
): Promise<string | undefined> {
  if (first === undefined || more.length > 0) return undefined;
  const page = addressOf(first);
  if (second === undefined) return page ?? recordNamed(first, kinds, register);
  return page !== undefined && isKind(page)
    ? recordMeant(page, second, register)
    : recordNamed(second, kinds, register);
}

/** The address of a page by any of its names, or by one that is nearly one of them. */
function addressOf(name: string): string | undefined {
  const known = Object.hasOwn(addressNames, name) ? name : nearestName(name, Object.keys(addressNames));
  return known === undefined ? undefined : addressNames[known];
}

/** A record of the kind by that name or nearly that name, else one of that name of another kind. */
async function recordMeant(kind: Kind, slug: string, register: Register): Promise<string | undefined> {
  const exact = await recordNamed(slug, [kind, ...kinds], register);
  if (exact !== undefined) return exact;
  const slugs = [...(await register.entries(kind)).values()].map(entry => entry.slug);
  // Who slips in a name seldom does so at both of its ends.
  const alike = slugs.filter(
    other => other.slice(0, 2) === slug.slice(0, 2) || other.slice(-2) === slug.slice(-2),
  );
  const nearest = nearestName(slug, alike.slice(0, mostCompared));
  return nearest === undefined ? undefined : `${kind}/${nearest}`;
}

async function recordNamed(
  slug: string,
  among: readonly Kind[],
  register: Register,
): Promise<string | undefined> {
  for (const kind of among) {
    const name = toRecordName(`${kind}/${slug}`);
    if (name && (await register.document(register.identifiers.document(name)))) return `${kind}/${slug}`;
  }
  return undefined;
}
