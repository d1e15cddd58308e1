/** A strict reader of the HTML that pages are made of: it refuses what is not well formed. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface OpenElement extends Element {
  readonly children: (Element | string)[];
}

const voidElements = ['br', 'input', 'link', 'meta', 'wbr'];
const phrasing = ['a', 'code', 'span', 'strong', 'time', 'wbr'];
const token = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*(\/?)>|([^<]+)/y;
const attribute = /([a-z-]+)(?:="([^"]*)")?/g;
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The tree of a document. Throws where a tag is not closed, not opened, or something is not escaped. */
export function readMarkup(html: string): Element {
  const root: OpenElement = { name: '#document', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const text = html.replace(/^<!DOCTYPE html>\n/, '');
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`Not well formed: ${text.slice(at, at + 60)}`);
    const [, closes, name = '', attributes = '', , words] = match;
    const parent = open.at(-1)!;
    if (words !== undefined) parent.children.push(decode(words));
    else if (closes) close(open, name);
    else {
      const element = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!voidElements.includes(name)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`Not closed: ${open.at(-1)!.name}`);
  return root;
}

function close(open: OpenElement[], name: string) {
  const last = open.pop();
  if (last?.name !== name) throw new Error(`${name} closes ${String(last?.name)}`);
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(attribute)) {
    if (name in found) throw new Error(`Attribute given twice: ${name}`);
    found[name] = decode(value);
  }
  return found;
}

function decode(text: string): string {
  const decoded = text.replace(/&(lt|gt|quot|amp);/g, entity => entities[entity] ?? entity);
  if (/&(?!(lt|gt|quot|amp);)/.test(text)) throw new Error(`Not escaped: ${text}`);
  return decoded;
}

/** Every element of that name (`*` for all), in the order of the document. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap(child => {
    if (typeof child === 'string') return [];
    return [...(name === '*' || child.name === name ? [child] : []), ...all(child, name)];
  });
}

/** The only element of that name. */
export function only(element: Element, name: string): Element {
  const [found, ...others] = all(element, name);
  if (!found || others.length > 0) throw new Error(`${String(others.length + (found ? 1 : 0))} × ${name}`);
  return found;
}

/** The words in an element, with single spaces, and one between blocks. */
export function words(element: Element): string {
  const text = (node: Element | string): string => {
    if (typeof node === 'string') return node;
    const inner = node.children.map(text).join('');
    return phrasing.includes(node.name) ? inner : ` ${inner} `;
  };
  return text(element)
    .replace(/[ \n]+/g, ' ')
    .trim();
}

export function withClass(element: Element, name: string): Element[] {
  return all(element, '*').filter(({ attributes }) => attributes['class']?.split(' ').includes(name));
}
