import { Router, type Request, type Response } from 'express';
import { SparqlPage } from '../../pages/sparql.js';
import { graphFormats } from '../../rdf/formats.js';
import { serializeRdf } from '../../rdf/serialize.js';
import type { Register } from '../../register/read.js';
import { solutionFormats } from '../../sparql/formats.js';
import { serviceDescription, type ServiceFacts } from '../../sparql/service-description.js';
import type { Exchange } from '../answer-query.js';
import type { HttpContext } from '../context.js';
import { editorPaths } from '../editor-files.js';
import { editorPolicy } from '../editor-policy.js';
import { examplesFor } from '../examples.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { askedPage, pageOf, sendPage } from '../page-answer.js';
import { parametersOf } from '../parameters.js';
import { sendKept } from '../send.js';

const path = 'sparql';

/** The stored query that the form opens with. */
const firstExample = 'commons-by-public-users';

/** What the query endpoint says of itself, and the page to write a query in. */
export function sparqlPageRoutes(context: HttpContext): Router {
  return Router({ caseSensitive: true }).get('/sparql', async (request, response) => {
    const url = parametersOf(request);
    if (url.has('edit')) await sendEditor(url.get('query'), { request, response, context });
    else await describe(request, response, context);
  });
}

/** Without a query: the service description, or for people a page with a form. */
async function describe(request: Request, response: Response, context: HttpContext): Promise<void> {
  const { register, defaultGraph } = context;
  const { id, mediaType } = negotiate(request, [...graphFormats, htmlOffer]);
  if (id === 'html') {
    await sendEditor(null, { request, response, context });
    return;
  }
  await sendKept({ path, format: id }, { request, response, context }, async () => {
    const endpoint = `${register.identifiers.base}/${path}`;
    const used = await usedIn(register);
    const quads = serviceDescription({ endpoint, defaultGraph, triples: register.store.size, ...used });
    return { mediaType, format: id, body: await serializeRdf(quads, id) };
  });
}

/** The classes and properties that the data use. */
async function usedIn({ queries }: Register): Promise<Pick<ServiceFacts, 'classes' | 'properties'>> {
  const rows = await queries.select('classes-and-properties');
  const uses = (name: 'class' | 'property') =>
    rows.flatMap(({ [name]: iri, count }) => (iri === undefined ? [] : [{ iri, count: Number(count) }]));
  return { classes: uses('class'), properties: uses('property') };
}

/** The page with the form for queries, which holds the query given or the first example. */
async function sendEditor(query: string | null, exchange: Exchange): Promise<void> {
  const { request, response, context } = exchange;
  negotiate(request, [htmlOffer]);
  const given =
    query === null
      ? []
      : ([
          ['edit', '1'],
          ['query', query],
        ] as const);
  const asked = askedPage(request, path, given);
  response.set('Content-Security-Policy', editorPolicy(response.get('Content-Security-Policy') ?? ''));
  await sendPage(asked, exchange, async () => {
    const examples = await examplesFor(asked.lang, context);
    const view = {
      query: query ?? (examples.find(({ name }) => name === firstExample) ?? examples[0])?.query ?? '',
      formats: { solutions: solutionFormats.map(toChoice), graph: graphFormats.map(toChoice) },
      timeLimit: context.limits.queryTimeoutMs / 1000,
      examples,
      editor: editorPaths,
    };
    return <SparqlPage page={pageOf(asked, context, view)} />;
  });
}

function toChoice({ id, label }: { readonly id: string; readonly label: string }) {
  return { value: id, name: label };
}
