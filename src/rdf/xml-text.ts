/** Characters that XML 1.0 cannot hold, not even escaped (section 2.2, production Char). */
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text with U+FFFD in the place of each character that no XML document can hold. Nothing is escaped yet. */
export function speakable(text: string): string {
  return text.replace(unspeakable, '\uFFFD');
}
