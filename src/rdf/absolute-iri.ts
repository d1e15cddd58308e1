/** Whether a text is an absolute IRI: a scheme, then none of the characters that RFC 3987 section 2.2 leaves out. */
export function isAbsoluteIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu.test(text);
}
