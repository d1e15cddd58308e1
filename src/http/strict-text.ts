import { Problem } from '../errors.js';

const percentEncoded = /(?:%[\da-f]{2})+/gi;
/** UTF-8, and what is a part of it. */
const utf8 = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * Bytes as the UTF-8 that they have to be (RFC 3986 section 2.5; SPARQL 1.1 Protocol section 2.1), without a byte order
 * mark. Other bytes would become U+FFFD, and a query would find nothing without a word.
 * @throws Problem `bad-request`
 */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}

/**
 * Asks whether the encoded bytes of a form or of an address are UTF-8.
 * @throws Problem `bad-request` with what stands there instead
 */
export function assertEncoded(text: string): void {
  for (const [bytes] of text.matchAll(percentEncoded))
    try {
      decodeURIComponent(bytes);
    } catch {
      throw notUtf8(bytes.slice(0, 30));
    }
}

/**
 * Asks whether a body is told to be in UTF-8, in which everything here is read.
 * @throws Problem `unsupported-media-type`
 */
export function assertCharset(contentType: string | undefined): void {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? '') ?? [];
  if (utf8.has(charset.toLowerCase())) return;
  throw new Problem('unsupported-media-type', {
    en: `The charset "${charset}" is not read here. Send the text in UTF-8.`,
    fr: `Le jeu de caractères « ${charset} » n'est pas lu ici. Envoyez le texte en UTF-8.`,
  });
}

function notUtf8(found?: string): Problem {
  return new Problem('bad-request', {
    en: `${found ? `"${found}"` : 'The text'} is not UTF-8. Encode the characters of the text in UTF-8: é is %C3%A9.`,
    fr: `${found ? `« ${found} »` : 'Le texte'} n'est pas en UTF-8. Codez les caractères en UTF-8 : é s'écrit %C3%A9.`,
  });
}
