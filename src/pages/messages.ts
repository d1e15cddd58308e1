import type { Kind } from '../register/kinds.js';
import type { Language } from '../register/text.js';
import { about } from './texts/about.js';
import { api, apiCounts, apiTopics } from './texts/api.js';
import { catalogue, catalogueCounts } from './texts/catalogue.js';
import { editor } from './texts/editor.js';
import { home, homeCounts } from './texts/home.js';
import { kindTexts } from './texts/kinds.js';
import type { CountedPhrase, Forms, Phrase } from './texts/phrase.js';
import { problems, problemTexts } from './texts/problems.js';
import { columnTexts, questionCounts, questions, questionTopics } from './texts/queries.js';
import { recordCounts, records } from './texts/records.js';
import { reference, referenceCounts } from './texts/reference.js';
import { shell, shellCounts } from './texts/shell.js';

/** Every text of the interface, in French and English, by key. */
export const phrases = {
  ...shell,
  ...home,
  ...records,
  ...reference,
  ...about,
  ...problems,
  ...questions,
  ...catalogue,
  ...editor,
  ...api,
};
/** Every text that agrees with a number, by key. */
export const countedPhrases = {
  ...shellCounts,
  ...homeCounts,
  ...recordCounts,
  ...referenceCounts,
  ...questionCounts,
  ...catalogueCounts,
  ...apiCounts,
};

export type PhraseKey = keyof typeof phrases;
export type CountedKey = keyof typeof countedPhrases;
export type Values = Readonly<Record<string, string>>;

const plurals = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };
const numbers = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') };

/** The text of `key` in `lang`, with `{name}` replaced by `values.name`. */
export function say(lang: Language, key: PhraseKey, values: Values = {}): string {
  return speak(lang, phrases[key], values);
}

/** The text of `key` that goes with the number `n`: « 1 notice », « 1 204 notices ». */
export function count(lang: Language, key: CountedKey, n: number): string {
  return speakCounted(lang, countedPhrases[key], n);
}

export function formatNumber(lang: Language, n: number): string {
  return numbers[lang].format(n);
}

/** What a kind of record is called, in words: one of them, several, in the menu, over its list. */
export function kindWords(lang: Language, kind: Kind) {
  const { names, menu, title, introduction } = kindTexts[kind];
  return {
    one: names[lang].one,
    /** « actions publiques » after the number 3. */
    named: (n: number) => names[lang][formOf(lang, n)],
    /** « 3 actions publiques » */
    counted: (n: number) => `${formatNumber(lang, n)} ${names[lang][formOf(lang, n)]}`,
    menu: speak(lang, menu),
    title: speak(lang, title),
    introduction: speak(lang, introduction),
  };
}

/** What a topic of the API is called, and what it holds. */
export function apiTopicWords(lang: Language, topic: keyof typeof apiTopics) {
  const { title, introduction } = apiTopics[topic];
  return { title: speak(lang, title), introduction: speak(lang, introduction) };
}

/** Title and advice for an HTTP status, those of an unknown problem when the table has no entry. */
export function problemWords(lang: Language, status: number) {
  const texts = problemTexts[status];
  return {
    title: speak(lang, texts?.title ?? problems.unknownProblem),
    advice: speak(lang, texts?.advice ?? problems.unknownAdvice),
  };
}

/** The heading of a column of an answer, from its variable; the variable itself when it has no words. */
export function columnWords(lang: Language, name: string): string {
  const phrase = columnTexts[name];
  return phrase ? speak(lang, phrase) : name;
}

/** What a group of questions bears on. */
export function topicWords(lang: Language, name: string): string {
  const phrase = questionTopics[name];
  return phrase ? speak(lang, phrase) : name;
}

function speak(lang: Language, phrase: Phrase, values: Values = {}): string {
  return fill(typeset(lang, phrase[lang]), values);
}

function speakCounted(lang: Language, phrase: CountedPhrase, n: number): string {
  return fill(typeset(lang, phrase[lang][formOf(lang, n)]), { n: formatNumber(lang, n) });
}

/** French has a third form (« un million de … ») that no text here needs: it is written like the plural. */
function formOf(lang: Language, n: number): keyof Forms {
  return plurals[lang].select(n) === 'one' ? 'one' : 'other';
}

/** French sets a no-break space before double punctuation and inside guillemets; sources hold plain spaces. */
function typeset(lang: Language, text: string): string {
  return lang === 'fr' ? text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : text;
}

function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
