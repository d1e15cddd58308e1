import { shippedKinds, shippedRecords } from '../../support/data.js';

/** A page of every type, by name. */
export async function pagesOfEveryType(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ['home', '/'],
    ['list', '/action'],
    ['second page of a list', '/action?page=2'],
    ['ontology', '/ontology'],
    ['vocabulary', '/vocabulary/action-type'],
    ['SPARQL', '/sparql'],
    ['about', '/about'],
    ['search', '/search?q=carte'],
    ['narrowed list', '/commons?theme=education&q=logiciel'],
    ['questions', '/queries'],
    ['a question', '/queries/funders-of-commons'],
    ['catalogue', '/catalog'],
    ['API', '/api'],
    ['nothing there', '/nowhere'],
    ['record of a commons', '/commons/openstreetmap'],
    ['record of an action', '/action/ademe-appel-communs-2023'],
    ['record of an actor', '/actor/dinum'],
    ['record of a territory', '/territory/fr'],
  ]);
  for (const kind of await shippedKinds()) {
    const [path = ''] = await shippedRecords(kind);
    if (!['commons', 'action', 'actor', 'territory'].includes(kind))
      pages.set(`record of kind ${kind}`, `/${path}`);
  }
  return pages;
}

/** The address of a page in a language. */
export function inLanguage(path: string, lang: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}
