import { shippedKinds, shippedRecords } from '../../support/data.js';

/** A request that is answered by a problem. */
export const faulty = '/commons?page=none';

/** A page of every type, by name. */
export async function pagesOfEveryType(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ['home', '/'],
    ['list', '/action'],
    ['second page of a list', '/action?page=2'],
    ['list of events', '/event'],
    ['list that nothing fits', '/commons?q=zzzz'],
    ['ontology', '/ontology'],
    ['vocabulary', '/vocabulary/action-type'],
    ['SPARQL', '/sparql'],
    ['about', '/about'],
    ['search', '/search?q=carte'],
    ['narrowed list', '/commons?theme=education&q=logiciel'],
    ['questions', '/queries'],
    ['a question', '/queries/funders-of-commons'],
    ['a question with parameters', '/queries/actions-elsewhere?theme=theme/education'],
    ['a question that a graph answers', '/queries/actor-activity-graph'],
    ['catalogue', '/catalog'],
    ['API', '/api'],
    ['nothing there', '/nowhere'],
    ['a faulty request', faulty],
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
