import type { SaxesAttributeNS, SaxesTagNS } from '@rubensworks/saxes';
import { namespaces } from './names.js';

/** Namespaces by prefix, as the elements around have written them. */
type Written = ReadonlyMap<string, string>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
const escape = (text: string, characters: RegExp) =>
  text.replace(characters, found => escapes[found] ?? found);

/**
 * Writes what stands in an element as a text of its own: exclusive canonical XML with comments, as RDF/XML asks for
 * (RDF 1.1 XML Syntax section 7.2.17). Each element declares the namespaces that it uses and that none around it does.
 */
export class XmlWriter {
  #text = '';
  readonly #open: { readonly name: string; readonly written: Written }[] = [];

  get text(): string {
    return this.#text;
  }

  open(tag: SaxesTagNS): void {
    const attributes = Object.values(tag.attributes)
      .filter(({ uri }) => uri !== namespaces.xmlns)
      .sort((a, b) => compare(a.uri, b.uri) || compare(a.local, b.local));
    const outer: Written = this.#open.at(-1)?.written ?? new Map([['', '']]);
    const declared = declarations([tag, ...attributes.filter(({ prefix }) => prefix !== '')], outer);
    this.#open.push({ name: tag.name, written: new Map([...outer, ...declared]) });
    const namespaced = declared.map(([prefix, uri]) => [prefix ? `xmlns:${prefix}` : 'xmlns', uri] as const);
    const plain = attributes.map(({ name, value }) => [name, value] as const);
    const written = [...namespaced, ...plain].map(
      ([name, value]) => ` ${name}="${escape(value, /[&<"\t\n\r]/g)}"`,
    );
    this.#text += `<${tag.name}${written.join('')}>`;
  }

  close(): void {
    this.#text += `</${this.#open.pop()?.name ?? ''}>`;
  }

  characters(text: string): void {
    this.#text += escape(text, /[&<>\r]/g);
  }

  comment(text: string): void {
    this.#text += `<!--${text}-->`;
  }

  instruction(target: string, body: string): void {
    this.#text += body === '' ? `<?${target}?>` : `<?${target} ${body}?>`;
  }
}

/** Declarations of the prefixes that are used here and not declared around, in the order of the prefixes. */
function declarations(
  users: readonly Pick<SaxesAttributeNS, 'prefix' | 'uri'>[],
  outer: Written,
): (readonly [prefix: string, uri: string])[] {
  const used = new Map(users.map(({ prefix, uri }) => [prefix, uri]));
  used.delete('xml');
  return [...used].filter(([prefix, uri]) => outer.get(prefix) !== uri).sort(([a], [b]) => compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
