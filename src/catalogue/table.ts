import { Store } from 'n3';
import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { shorten } from '../rdf/prefixes.js';
import { isLiteral, isNamedNode, namedNode, term } from '../rdf/terms.js';
import { languages } from '../register/text.js';
import type { Column } from './columns.js';
import { named } from './statements.js';

/** Stands between the values of one cell. An IRI cannot hold it; in a text it is written as a broken bar. */
export const separator = '|';

/** The name to show for an IRI; undefined when there is none. */
export type NameOf = (iri: string) => Promise<string | undefined>;

/** What a row is about, and where it is said. */
export interface Subject {
  readonly quads: Store;
  readonly thing: Term;
  /** The document of the record; a term of a vocabulary has none of its own. */
  readonly record?: Term;
}

/** The header cells of a column. */
export function headerOf({ name, form }: Column): string[] {
  switch (form.as) {
    case 'texts':
      return languages.map(language => `${name}_${language}`);
    case 'reference':
      return [name, `${name}_label`];
    case 'pairs':
      return [name, `${name}_role`, `${name}_label`];
    default:
      return [name];
  }
}

/** The cells of a column in the row of a subject: as many as its header has. */
export async function cellsOf(column: Column, subject: Subject, nameOf: NameOf): Promise<string[]> {
  const { form, path, ofRecord } = column;
  const start = ofRecord ? subject.record : subject.thing;
  const found = start ? follow(subject.quads, start, path) : [];
  switch (form.as) {
    case 'texts':
      return languages.map(language => {
        const said = found.filter(isLiteral).filter(literal => literal.language.split('-')[0] === language);
        return form.list ? join(said) : said.map(({ value }) => value).join('\n');
      });
    case 'reference':
      return [join(found), await names(found, nameOf)];
    case 'pairs':
      return pairs(found, form, subject.quads, nameOf);
    default:
      return [join(found)];
  }
}

/** Ways to the terms of a table: `a|b` the first that leads anywhere, `a/b` one after the other. */
function follow(quads: Store, start: Term, path: string): Term[] {
  return path.split('/').reduce<Term[]>(
    (terms, step) =>
      terms.flatMap(from => {
        for (const property of step.split('|')) {
          const found = quads.getObjects(from as NamedNode, named(property), null);
          if (found.length > 0) return found;
        }
        return [];
      }),
    [start],
  );
}

async function pairs(
  nodes: readonly Term[],
  form: { readonly target: string; readonly role: string },
  quads: Store,
  nameOf: NameOf,
): Promise<string[]> {
  const found = nodes.flatMap(node => {
    const [[target], [role]] = [follow(quads, node, form.target), follow(quads, node, form.role)];
    return target && role ? [{ target, role }] : [];
  });
  const words = await Promise.all(
    found.map(
      async ({ target, role }) => `${await nameTerm(role, nameOf)} : ${await nameTerm(target, nameOf)}`,
    ),
  );
  return [join(found.map(({ target }) => target)), join(found.map(({ role }) => role)), joinTexts(words)];
}

async function names(terms: readonly Term[], nameOf: NameOf): Promise<string> {
  return joinTexts(await Promise.all(terms.map(value => nameTerm(value, nameOf))));
}

async function nameTerm(value: Term, nameOf: NameOf): Promise<string> {
  return (isNamedNode(value) ? await nameOf(value.value) : undefined) ?? shorten(value.value);
}

/** A node without a name outside its document is left out: nobody could look it up. */
function join(terms: readonly Term[]): string {
  return joinTexts(terms.filter(({ termType }) => termType !== 'BlankNode').map(({ value }) => value));
}

function joinTexts(values: readonly string[]): string {
  return values.map(value => value.replaceAll(separator, '¦')).join(separator);
}

/** The classes of terms that have a row in the table of the vocabulary. */
const termTypes = [
  'owl:Class',
  'owl:ObjectProperty',
  'owl:DatatypeProperty',
  'skos:ConceptScheme',
  'skos:Concept',
] as const;

/** The terms that a document of the vocabulary defines, each with the class that it has a row for. */
export function termsOf(quads: readonly Quad[]): { subject: Subject; type: string }[] {
  const store = new Store([...quads]);
  return termTypes.flatMap(type =>
    store
      .getSubjects(term('rdf', 'type'), named(type), null)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => ({ subject: { quads: store, thing: namedNode(value) }, type })),
  );
}
