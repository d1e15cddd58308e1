import { graphFormats } from '../../rdf/formats.js';
import { serializeRdf } from '../../rdf/serialize.js';
import type { Entry } from '../../register/entries.js';
import { inTurn } from '../../register/in-turn.js';
import { indexQuads } from '../../register/index-quads.js';
import type { Kind } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import type { Language } from '../../register/text.js';
import { parametersFor } from '../criteria.js';
import type { Separator } from '../csv-separator.js';
import { languageOf } from '../language.js';
import { parametersOf } from '../parameters.js';
import { sendKept, type Representation } from '../send.js';
import { jsonLd, serviceDescription, type Exchange } from './answers.js';
import { fileFormats, type FileExtension, type FileFormat } from './files.js';
import { cardQuads, cardTree, contextOf, listKeys, type CardForm } from './json-ld.js';
import { chosenFormat, jsonLdOffer, listOffers, type ListFormatId } from './list-formats.js';
import { parametersIn, readListRequest, type Form, type ListRequest } from './list-request.js';
import { cutPart, pagingLinks, partParameters, viewOf, type View } from './paging.js';

type Given = readonly (readonly [name: string, value: string])[];

/** A list that was asked for, at its address. */
interface Asked extends ListRequest {
  readonly kind: Kind;
  /** Below the base IRI. */
  readonly path: string;
  readonly format: ListFormatId;
  /** All parameters but those of the part. */
  readonly given: Given;
}

/**
 * A kind's list, in the format that is asked for by `format` or the Accept header.
 * @throws Problem `bad-request` naming the parameter, `not-acceptable` that lists the formats
 */
export async function sendList(kind: Kind, exchange: Exchange): Promise<void> {
  const { request } = exchange;
  await sendListAs(kind, chosenFormat(request, parametersOf(request), listOffers(kind)).id, exchange);
}

/** A kind's list in a format that is known already. Its parts have the format in their addresses. */
export async function sendListAs(kind: Kind, format: ListFormatId, exchange: Exchange): Promise<void> {
  const named: Given = format === jsonLdOffer.id ? [] : [['format', format]];
  await send(kind, { path: `api/${kind}`, format, named }, exchange);
}

/** A kind's list in one file. */
export async function sendListFile(kind: Kind, extension: FileExtension, exchange: Exchange): Promise<void> {
  await send(kind, { path: `${kind}.${extension}`, format: extension, named: [] }, exchange);
}

async function send(
  kind: Kind,
  { path, format, named }: { readonly path: string; readonly format: ListFormatId; readonly named: Given },
  exchange: Exchange,
): Promise<void> {
  const { request, context, parameters } = exchange;
  const read = await readListRequest(kind, request, parameters, context);
  const given = [...parametersFor(read.criteria), ...parametersIn(read), ...named];
  const asked: Asked = { ...read, kind, path, format, given };
  const query = [...given, ...partParameters(read.part)];
  const isFile = format in fileFormats;
  // Files name things in the reader's language; what is RDF has all languages, or the one asked for.
  const language = isFile ? languageOf(request) : undefined;
  const name = { path, format, query, ...(language === undefined ? {} : { language }) };
  const { register } = context;
  await sendKept(name, exchange, async () => {
    const all = await register.matching(kind, language ?? asked.language ?? 'fr', asked.criteria);
    const isPaged = format === jsonLdOffer.id;
    return isPaged ? pageOfCards(all, asked, register) : written(all, asked, { language, register });
  });
}

/** How a page of cards was asked for, and where it stands. */
export type AskedCards = Form & CardForm & Pick<Asked, 'path' | 'given' | 'part'>;

/** One page of a list, as cards. */
export async function pageOfCards(
  all: readonly Entry[],
  asked: AskedCards,
  register: Register,
): Promise<Representation> {
  const { base } = register.identifiers;
  const { items, steps } = cutPart(all, asked.part);
  const view = viewOf(`${base}/${asked.path}`, asked.given, steps);
  const document = {
    '@context': contextOf({ base, inline: asked.inline }, listKeys),
    totalItems: all.length,
    view,
    member: await inTurn(items, entry => cardTree(entry, register, asked)),
  };
  return jsonLd(document, { links: [...pagingLinks(view), serviceDescription(base)] });
}

/** A list in a format that cannot say that it is a part of one: the whole, unless a part was asked for. */
async function written(
  all: readonly Entry[],
  asked: Asked,
  { language: reader, register }: { readonly language: Language | undefined; readonly register: Register },
): Promise<Representation> {
  const { kind, path, format, given, part } = asked;
  const { base } = register.identifiers;
  const cut = Object.keys(part).length > 0 ? cutPart(all, part) : undefined;
  const view = cut && viewOf(`${base}/${path}`, given, cut.steps);
  const entries = cut?.items ?? all;
  const paging = view ? pagingLinks(view) : [];
  if (isFileExtension(format)) {
    const language = reader ?? 'fr';
    const address = addressOf(`${base}/${path}`, given, view);
    const file = { format, language, entries, address, separator: asked.separator };
    return fileOf(kind, file, { register, paging });
  }
  const mediaType = graphFormats.find(({ id }) => id === format)?.mediaType ?? jsonLdOffer.mediaType;
  const quads = await inTurn(entries, entry => cardQuads(entry, register, asked));
  // Things that several cards speak of are named once.
  const body = await serializeRdf(await indexQuads(quads.flat()), format);
  return { mediaType, format, body, links: [...paging, serviceDescription(base)] };
}

interface File {
  readonly format: FileExtension;
  readonly language: Language;
  readonly entries: readonly Entry[];
  /** Of the file itself. */
  readonly address: string;
  readonly separator: Separator | undefined;
}

async function fileOf(
  kind: Kind,
  { format, ...listed }: File,
  { register, paging }: { readonly register: Register; readonly paging: readonly string[] },
): Promise<Representation> {
  const { mediaType, write, link }: FileFormat = fileFormats[format];
  const { language, separator } = listed;
  // The description is of the file as it is by itself.
  const isDescribed = link !== undefined && separator !== ';';
  const links = [...paging, ...(isDescribed ? [link(kind, register.identifiers.base)] : [])];
  return {
    mediaType,
    format: `${format}-${language}`,
    body: await write({ kind, register, ...listed }),
    language,
    fileName: `communaux-${kind}.${format}`,
    ...(links.length > 0 ? { links } : {}),
  };
}

function isFileExtension(format: ListFormatId): format is FileExtension {
  return format in fileFormats;
}

function addressOf(list: string, given: Given, view: View | undefined): string {
  if (view) return view.id;
  return given.length > 0 ? `${list}?${new URLSearchParams(given.map(pair => [...pair])).toString()}` : list;
}
