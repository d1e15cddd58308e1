import type { PlaceLeaf, PostalAddressLeaf, VirtualLocationLeaf } from 'schema-dts';
import { expand, iri } from '../../rdf/prefixes.js';
import { isNamedNode } from '../../rdf/terms.js';
import { labelOf } from '../labels.js';
import type { Register } from '../read.js';
import { pickText, type Language } from '../text.js';
import { defined } from './defined.js';
import type { Stated } from './stated.js';

type AddressKey = 'addressLocality' | 'addressRegion' | 'addressCountry';

/** What a territory is in an address, by its level. */
const addressKeys: Readonly<Record<string, AddressKey>> = {
  municipality: 'addressLocality',
  intermunicipality: 'addressLocality',
  region: 'addressRegion',
  country: 'addressCountry',
};

/** Territories lie in each other; a chain is never longer, unless it is a ring. */
const mostLevels = 8;

/** Where an event takes place: on site, online, or both; nothing where its record does not say. */
export async function locationsOf(stated: Stated): Promise<(PlaceLeaf | VirtualLocationLeaf)[]> {
  const [mode] = stated.iris('schema:eventAttendanceMode');
  const isOnline = mode === iri('schema', 'OnlineEventAttendanceMode');
  const isMixed = mode === iri('schema', 'MixedEventAttendanceMode');
  return [...(isOnline ? [] : await places(stated)), ...(isOnline || isMixed ? [online(stated)] : [])];
}

/** The named place, which its record puts in the territory; without a name, each territory. */
async function places(stated: Stated): Promise<PlaceLeaf[]> {
  const { register, language } = stated;
  const name = placeName(stated);
  const territories = await stated.references('dct:spatial', 'territory');
  if (name === undefined)
    return Promise.all(
      territories.map(async territory => ({
        ...territory,
        address: await addressOf(territory['@id'], language, register),
      })),
    );
  const [within] = territories;
  const address = within ? await addressOf(within['@id'], language, register) : name;
  return [{ '@type': 'Place', name, address }];
}

function online(stated: Stated): VirtualLocationLeaf {
  const { url, mainEntityOfPage } = stated.head('foaf:page');
  return defined<VirtualLocationLeaf>({
    '@type': 'VirtualLocation',
    name: placeName(stated),
    url: url ?? mainEntityOfPage,
  });
}

function placeName(stated: Stated): string | undefined {
  const names = stated
    .values('schema:location')
    .filter(isNamedNode)
    .flatMap(place => stated.values('schema:name', place));
  return pickText(names, stated.language)?.value;
}

/** A territory as an address: its name and those of the territories that it lies in, and the code of its country. */
async function addressOf(
  territory: string,
  language: Language,
  register: Register,
): Promise<PostalAddressLeaf> {
  const found: Partial<Record<AddressKey, string>> = {};
  for (
    let at: string | undefined = territory, level = 0;
    at !== undefined && level < mostLevels;
    level += 1
  ) {
    const { key, name, within } = await levelOf(at, language, register);
    if (key && name !== undefined) found[key] ??= name;
    at = within;
  }
  if (Object.keys(found).length > 0) return { '@type': 'PostalAddress', ...found };
  // A territory above all countries is in no part of an address.
  const name = (await labelOf(territory, language, register))?.value;
  return defined<PostalAddressLeaf>({ '@type': 'PostalAddress', name });
}

async function levelOf(territory: string, language: Language, register: Register) {
  const properties = ['dct:type', 'dct:identifier', 'dct:isPartOf'].map(expand);
  const said = await register.store.about(territory, properties);
  const [type, code, within] = properties.map(
    property => said.find(({ predicate }) => predicate.value === property)?.object.value,
  );
  const key = addressKeys[type?.replace(/^.*[#/]/, '') ?? ''];
  const label = (await labelOf(territory, language, register))?.value;
  return { key, within, name: key === 'addressCountry' ? (code ?? label) : label };
}
