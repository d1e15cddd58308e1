import { prefixed, type Term, type Terms, type TermSource } from './terms.js';
import type { Completer, Hint, Token, Yasqe, YasqeClass } from './yasgui.js';

/** As many as show at once: a list that scrolls would be out of the keyboard's reach, and typing on narrows it. */
const mostShown = 20;

/**
 * Takes away Yasqe's own completers of terms and prefixes, which ask other sites or keep a list of other people's
 * prefixes, and puts the register's in their place.
 */
export function registerCompleters(yasqe: YasqeClass, source: TermSource): void {
  const prefixes: Completer = {
    name: 'register-prefixes',
    // Asked for all of them at the start, then for those of a name being typed: these must not wait, or a prefix would
    // be declared once for each key pressed meanwhile.
    get: async (_yasqe, token) => {
      const known = token ? source.loaded : await source.load();
      return Object.entries(known.prefixes)
        .map(([prefix, iri]) => `${prefix}: <${iri}>`)
        .filter(line => line.startsWith(token?.autocompletionString ?? ''));
    },
    persistenceId: null,
  };
  yasqe.forkAutocompleter('prefixes', prefixes, false);
  yasqe.registerAutocompleter(termCompleter('register-terms', source, true), false);
  yasqe.registerAutocompleter(termCompleter('register-words', source, false), false);
  for (const name of ['prefixes', 'property', 'class']) Reflect.deleteProperty(yasqe.Autocompleters, name);
  yasqe.defaults.autocompleters = ['variables', prefixes.name, 'register-terms', 'register-words'];
}

/** Names (`pac:Pub`, `<http…`) are completed as they are typed, words of a label when Ctrl + Space is pressed. */
function termCompleter(name: string, source: TermSource, names: boolean): Completer {
  return {
    name,
    autoShow: names,
    bulk: false,
    isValidCompletionPosition: yasqe => {
      const { string, type } = yasqe.getCompleteToken();
      if (type === 'comment' || type === 'keyword' || !/^[<\p{L}]/u.test(string)) return false;
      return /[:<]/.test(string) === names && !isDeclaration(yasqe);
    },
    get: async (yasqe, token) => {
      const known = await source.load();
      return token ? suggestions(token, wantedSort(yasqe, token), known) : [];
    },
    postprocessHints: (_yasqe, hints) => hints.map(hint => toHint(hint, source.loaded)),
  };
}

function isDeclaration(yasqe: Yasqe): boolean {
  return previousToken(yasqe, yasqe.getCompleteToken()).string.toUpperCase() === 'PREFIX';
}

function previousToken(yasqe: Yasqe, token: Token): Token {
  return yasqe.getPreviousNonWsToken(yasqe.getDoc().getCursor().line, token);
}

/** A predicate's place takes properties, what follows `a` classes; an object may be any of them. */
function wantedSort(yasqe: Yasqe, token: Token): Term['sort'] | undefined {
  if (token.state.possibleCurrent.includes('a')) return 'property';
  const { lastProperty } = previousToken(yasqe, token).state;
  return lastProperty === 'a' || lastProperty === 'rdf:type' ? 'class' : undefined;
}

function suggestions({ string }: Token, sort: Term['sort'] | undefined, known: Terms): string[] {
  const wanted = fold(string.replace(/^</, ''));
  const isName = /[:<]/.test(string);
  const fits = ({ iri, label = '' }: Term) => {
    const name = fold(prefixed(iri, known.prefixes) ?? iri);
    // What is complete needs no completion: a list would come up again after each choice from it.
    if (isName) return name !== wanted && (name.startsWith(wanted) || fold(iri).startsWith(wanted));
    return fold(`${label} ${iri.replace(/^.*[/#]/, '')}`).includes(wanted);
  };
  return known.terms
    .filter(term => (sort === undefined || term.sort === sort) && fits(term))
    .map(({ iri }) => iri)
    .slice(0, mostShown);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** The name as it goes into the query, with its label. Yasqe declares a prefix once a name uses it. */
function toHint(hint: Hint, known: Terms): Hint {
  // Yasqe writes a suggestion that no completer has changed as it was given: the IRI.
  const iri = hint.text;
  const text = prefixed(iri, known.prefixes) ?? `<${iri}>`;
  const label = known.terms.find(term => term.iri === iri)?.label;
  return {
    ...hint,
    text,
    displayText: text,
    render: item => {
      const name = document.createElement('span');
      name.textContent = label === undefined ? '' : ` ${label}`;
      name.className = 'label';
      item.append(text, name);
    },
  };
}
