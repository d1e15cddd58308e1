/** Words too common in either language to search for; `l`, `d` and `qu` are articles whose apostrophe was left out. */
const stopWords = new Set(
  'a an au aux avec ce ces cet cette d dans de des du en et l la le les leur ou par pour qu qui sa se ses son sur un une and for in of on the to with'.split(
    ' ',
  ),
);

/** What keyboards, word processors and phones write for an apostrophe. */
const apostrophes = /[\u2018\u2019\u02BC\u2032\u00B4\u0060\uFF07]/g;

/** A short word before a vowel, with its apostrophe in place of its last letter: l', d', qu', lorsqu'. */
const elided = /(?<![\p{L}\p{M}\p{N}])(?:[cdjlmnst]|(?:|jus|lors|puis|quoi)qu)'/giu;

/** What English writes after an apostrophe: the register's, you're. */
const contracted = /(?<=[\p{L}\p{M}\p{N}])'(?:s|d|m|t|ll|re|ve)(?![\p{L}\p{M}\p{N}])/giu;

/** Letters that stand in for others and have no decomposition. */
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  ı: 'i',
};

/** Marks that nobody sees: hyphens at the end of a line, joiners, a byte order mark in the middle of a text. */
const invisible = /[\u00AD\u200C\u200D\u2060\uFEFF]/g;

/** Letters without their accents, ligatures opened, in lower case: how people type. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[œæøłđßı]/g, letter => letters[letter] ?? letter);
}

/**
 * The words of a text as they are written. Elided articles are no words of it, as whole ones are not searched for: of
 * "l'accessibilité" it has "accessibilité". Composed and decomposed accents are the same (Unicode annex 15).
 */
export function writtenWords(text: string): string[] {
  return text
    .replace(apostrophes, "'")
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(elided, ' ')
    .replace(contracted, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a text that say something, folded, in their order. */
export function searchWords(text: string): string[] {
  return writtenWords(text)
    .map(fold)
    .filter(word => word !== '' && !stopWords.has(word));
}
