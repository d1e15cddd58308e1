import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** Seconds that an answer may be kept before it is asked for again. */
const freshFor = 60;

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
  /** For files that never change under their name. */
  readonly immutable?: boolean;
}

/**
 * Sends one representation of a resource: charset always stated (a harvester reads `text/*` without it as Latin-1),
 * Vary and a strong ETag per representation, 304 when the client has it (RFC 9110 sections 8.8.3, 12.5.5, 15.4.5).
 */
export function sendRepresentation(
  request: Request,
  response: Response,
  representation: Representation,
): void {
  const { mediaType, format, body, language, immutable } = representation;
  response.set({
    'Content-Type': `${mediaType}; charset=utf-8`,
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}.${format}"`,
    'Cache-Control': immutable
      ? 'public, max-age=31536000, immutable'
      : `public, max-age=${freshFor}, must-revalidate`,
  });
  response.vary('Accept').vary('Accept-Language');
  if (language) response.set('Content-Language', language);
  const links = linkHeader(representation);
  if (links) response.set('Link', links);
  if (request.fresh) response.status(304).end();
  else response.send(Buffer.from(body));
}

function linkHeader({ alternates = [], describes, mediaType }: Representation): string {
  const others = alternates.filter(alternate => alternate.mediaType !== mediaType);
  return [
    ...others.map(
      alternate => `<${encodeURI(alternate.href)}>; rel="alternate"; type="${alternate.mediaType}"`,
    ),
    ...(describes ? [`<${encodeURI(describes)}>; rel="describes"`] : []),
  ].join(', ');
}
