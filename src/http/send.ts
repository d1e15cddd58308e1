import { clientOf } from './budget.js';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Exchange } from './answer-query.js';
import { sendCoded } from './content-encoding.js';
import type { Finished } from './kept-answers.js';
import { ThreadTime } from './thread-time.js';

/** Seconds that an answer may be kept before it is asked for again. */
const freshFor = 60;

/** There is one thread that answers. */
const thread = new ThreadTime();

export interface Representation {
  readonly mediaType: string;
  /** Short name of the format, part of the ETag. */
  readonly format: string;
  readonly body: string;
  readonly language?: string;
  /** Other formats of the same document, for the Link header (RFC 8288). */
  readonly alternates?: readonly { readonly href: string; readonly mediaType: string }[];
  /** IRI of the thing that the document describes. */
  readonly describes?: string;
  /** Further links for the same header, as written. */
  readonly links?: readonly string[];
  /** For files that never change under their name. */
  readonly immutable?: boolean;
  /** What the file is to be called where it is saved. */
  readonly fileName?: string;
}

/**
 * All that an answer depends on besides the register itself. What is made under a name may look at nothing else of the
 * request: whoever asks by the same name is given the same bytes.
 */
export interface AnswerName {
  /** Below the base IRI. */
  readonly path: string;
  readonly format: string;
  readonly language?: string;
  /** The parameters that the answer heeds, in one order. */
  readonly query?: readonly (readonly [name: string, value: string])[];
}

/** Sends the answer of that name as it was kept, or as it is made now. What `make` throws is not kept. */
export async function sendKept(
  { path, format, language, query = [] }: AnswerName,
  { request, response, context }: Exchange,
  make: () => Promise<Representation>,
): Promise<void> {
  const name = JSON.stringify([path, format, language, query]);
  const finished = await context.keptAnswers.get(name, () =>
    thread.measure(
      async () => finish(await make()),
      ms => {
        context.pageBudget.spend(clientOf(request.ip ?? ''), ms);
      },
    ),
  );
  await sendFinished(request, response, finished);
}

/** Sends one representation of a resource that need not be kept. */
export function sendRepresentation(
  request: Request,
  response: Response,
  representation: Representation,
): Promise<void> {
  return sendFinished(request, response, finish(representation));
}

/**
 * Makes one representation of a resource ready: charset always stated (a harvester reads `text/*` without it as
 * Latin-1), a strong ETag per representation (RFC 9110 section 8.8.3).
 */
export function finish(representation: Representation): Finished {
  const { mediaType, format, language, immutable, fileName } = representation;
  const body = Buffer.from(representation.body);
  const links = linkHeader(representation);
  const headers = {
    'Content-Type': `${mediaType}; charset=utf-8`,
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}.${format}"`,
    'Cache-Control': immutable
      ? 'public, max-age=31536000, immutable'
      : `public, max-age=${freshFor}, must-revalidate`,
    ...(language ? { 'Content-Language': language } : {}),
    ...(links ? { Link: links } : {}),
    ...(fileName ? { 'Content-Disposition': `inline; filename="${fileName}"` } : {}),
  };
  return { headers, body };
}

/** Sends it, with Vary; 304 when the client has it (RFC 9110 sections 12.5.5, 15.4.5). */
export async function sendFinished(
  request: Request,
  response: Response,
  { headers, body }: Finished,
): Promise<void> {
  response.set(headers);
  response.vary('Accept').vary('Accept-Language');
  await sendCoded(body, request, response);
}

function linkHeader({ alternates = [], describes, links = [], mediaType }: Representation): string {
  const others = alternates.filter(alternate => alternate.mediaType !== mediaType);
  return [
    ...others.map(
      alternate => `<${encodeURI(alternate.href)}>; rel="alternate"; type="${alternate.mediaType}"`,
    ),
    ...(describes ? [`<${encodeURI(describes)}>; rel="describes"`] : []),
    ...links,
  ].join(', ');
}
