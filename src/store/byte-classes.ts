/** A set of bytes: 1 for each that is in it. */
export type ByteClass = Uint8Array;

function bytesOf(pattern: RegExp): ByteClass {
  return Uint8Array.from({ length: 256 }, (_, byte) => (pattern.test(String.fromCharCode(byte)) ? 1 : 0));
}

/** Bytes of UTF-8 that make up the usual tokens of N-Triples (RDF 1.1 N-Triples section 7). */
export const byteClasses = {
  space: bytesOf(/[ \t]/),
  letter: bytesOf(/[A-Za-z]/),
  letterOrDigit: bytesOf(/[A-Za-z\d]/),
  scheme: bytesOf(/[A-Za-z\d+.-]/),
  iri: bytesOf(/[^\u0000-\u0020<>"{}|^`\\]/),
  text: bytesOf(/[^"\\\n\r]/),
  labelStart: bytesOf(/[A-Za-z\d_]/),
  label: bytesOf(/[A-Za-z\d_.-]/),
} as const;

/** The code of an ASCII character. */
export function code(character: string): number {
  return character.charCodeAt(0);
}
