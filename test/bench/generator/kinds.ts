import { Random } from './random.js';
import { nouns, places, slugged } from './words.js';

/** The kinds of record that the generator makes, in the order of the file. */
export const kinds = [
  'theme',
  'territory',
  'need',
  'actor',
  'commons',
  'action',
  'event',
  'funding',
  'resource',
] as const;

export type Kind = (typeof kinds)[number];

/** How many records of each kind a register has. */
export type Sizes = Readonly<Record<Kind, number>>;

/** Base IRI of the generated register. */
export const base = 'https://communaux.example';

/** Shares of the kinds that grow with the register, as in the real one. Action takes what rounding leaves. */
const shares = { territory: 0.05, actor: 0.29, commons: 0.23, event: 0.08, funding: 0.04, resource: 0.05 };

/** Themes and needs are chosen by people: they grow with the square root of the register. */
export function sizesOf(records: number): Sizes {
  const theme = Math.max(2, Math.round(1.2 * Math.sqrt(records)));
  const need = Math.max(1, Math.round(0.8 * Math.sqrt(records)));
  const rest = Math.max(0, records - theme - need);
  const part = (share: number) => Math.max(1, Math.round(rest * share));
  const shared = {
    territory: part(shares.territory),
    actor: part(shares.actor),
    commons: part(shares.commons),
    event: part(shares.event),
    funding: part(shares.funding),
    resource: part(shares.resource),
  };
  const others = Object.values(shared).reduce((sum, size) => sum + size, 0);
  return { theme, need, ...shared, action: Math.max(1, rest - others) };
}

const nounSlugs = nouns.map(([fr]) => slugged(fr));
const placeSlugs = places.map(slugged);

/** The last part of a record's IRI: `donnees-ouvertes-lyon-42`. The same whatever the size of the register. */
function slug(kind: Kind, index: number): string {
  const random = new Random(kinds.indexOf(kind), index, 7);
  return `${random.pick(nounSlugs)}-${random.pick(placeSlugs)}-${String(index)}`;
}

export function thing(kind: Kind, index: number): string {
  return `<${base}/id/${kind}/${slug(kind, index)}>`;
}

/** IRI of the record's document, which is also its graph, without angle brackets. */
export function documentOf(kind: Kind, index: number): string {
  return `${base}/${kind}/${slug(kind, index)}`;
}
