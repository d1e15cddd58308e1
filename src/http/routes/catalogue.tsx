import { Router, type Request } from 'express';
import type { DescribedDataset } from '../../catalogue/dataset-quads.js';
import { csvMetadataPath, dumpFormats, dumpPath } from '../../catalogue/distributions.js';
import { datasets } from '../../catalogue/datasets.js';
import { dumpsOf, type Dumps } from '../../catalogue/dumps.js';
import { licenceFor, licenceOf, type Licence } from '../../catalogue/licences.js';
import { services } from '../../catalogue/services.js';
import type { Phrase } from '../../catalogue/statements.js';
import { structuredCatalogue } from '../../catalogue/structured-catalogue.js';
import { Problem } from '../../errors.js';
import { CataloguePage, type CatalogueView, type DatasetView } from '../../pages/catalogue.js';
import { graphFormats } from '../../rdf/formats.js';
import { formatsOf } from '../../register/record-view.js';
import type { Language, Text } from '../../register/text.js';
import type { Exchange } from '../answer-query.js';
import type { HttpContext } from '../context.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { askedPage, pageOf, pageRepresentation, sendPage } from '../page-answer.js';
import { parametersOf } from '../parameters.js';
import { sendRepresentation } from '../send.js';
import { sendFile } from './dumps.js';

const path = 'catalog';

/**
 * The catalogue of datasets and services (DCAT-AP): RDF for who asks for nothing in particular, as harvesters do, and
 * a page for browsers. Never redirected: data.gouv.fr gives up on any redirection.
 */
export function catalogueRoutes(context: HttpContext): Router {
  const router = Router();
  router.get(`/${path}`, async (request, response) => {
    assertOnlyPage(request);
    const { id } = negotiate(request, [...graphFormats, htmlOffer]);
    const format = graphFormats.find(known => known.id === id);
    response.vary('Accept');
    if (format) await sendRdf(format, { request, response, context });
    else await sendHtml({ request, response, context });
  });
  for (const format of graphFormats)
    router.get(`/${path}.${format.extension}`, async (request, response) => {
      assertOnlyPage(request);
      await sendRdf(format, { request, response, context });
    });
  router.get(`/${path}.html`, async (request, response) => {
    await sendHtml({ request, response, context });
  });
  // The IRIs of datasets and services lead to where they are described (Cool URIs, section 4.2).
  router.get(['/dataset/:name', '/service/:name'], (request, response) => {
    const { name } = request.params;
    const known = request.path.startsWith('/dataset/') ? datasets : services;
    if (!known.some(entry => entry.name === name)) throw missing();
    response.redirect(303, `${context.register.identifiers.base}/${path}#_${String(name)}`);
  });
  return router;
}

async function sendRdf(
  { id, mediaType, extension }: (typeof graphFormats)[number],
  { request, response, context }: Exchange,
): Promise<void> {
  const dumps = await dumpsOf(context.register);
  const file = await dumps.catalogue({ rdf: id, extension }, context.publisher);
  response.set('Link', alternates(context));
  await sendFile(request, response, { ...file, mediaType });
}

async function sendHtml(exchange: Exchange): Promise<void> {
  const { request, context } = exchange;
  const asked = askedPage(request, path);
  const { base } = context.register.identifiers;
  const links = {
    alternates: graphFormats.map(({ extension, mediaType }) => ({
      href: `${base}/${path}.${extension}`,
      mediaType,
    })),
  };
  const dumps = await dumpsOf(context.register);
  const make = async () => (
    <CataloguePage page={pageOf(asked, context, await viewOf(dumps, asked.lang, context))} />
  );
  // It tells the sizes of files, which are still being made after a start.
  if (dumps.isComplete) await sendPage(asked, exchange, make, links);
  else
    await sendRepresentation(request, exchange.response, pageRepresentation(asked.lang, await make(), links));
}

/** The catalogue has one page: a harvester that asks for another is told so, and does not read the first again. */
function assertOnlyPage(request: Request): void {
  const pages = parametersOf(request).getAll('page');
  if (pages.some(page => page !== '1'))
    throw new Problem('not-found', {
      en: 'The catalogue has one page only: /catalog?page=1.',
      fr: "Le catalogue n'a qu'une page : /catalog?page=1.",
    });
}

function alternates({ register }: HttpContext): string {
  const { base } = register.identifiers;
  return graphFormats
    .map(
      ({ extension, mediaType }) =>
        `<${encodeURI(`${base}/${path}.${extension}`)}>; rel="alternate"; type="${mediaType}"`,
    )
    .join(', ');
}

async function viewOf(
  dumps: Dumps,
  language: Language,
  { publisher, register }: HttpContext,
): Promise<CatalogueView> {
  const text = (phrase: Phrase): Text => ({ value: phrase[language], lang: language });
  const described = await dumps.datasets();
  return {
    datasets: described.map(dataset => datasetView(dataset, licenceOf(licenceFor(dataset, publisher)), text)),
    services: services.map(({ name, title, description, endpoint, page }) => ({
      name,
      title: text(title),
      description: text(description),
      endpoint,
      path: page,
    })),
    formats: formatsOf(path),
    structured: structuredCatalogue(described, { base: register.identifiers.base, publisher, language }),
  };
}

function datasetView(
  { name, title, description, extent, page, sizes, refused }: DescribedDataset,
  licence: Licence,
  text: (phrase: Phrase) => Text,
): DatasetView {
  return {
    name,
    title: text(title),
    description: text(description),
    ...(extent.modified === undefined ? {} : { modified: extent.modified }),
    licence: { name: licence.name, href: licence.page },
    path: page,
    files: dumpFormats
      .filter(({ extension }) => !refused.has(extension))
      .map(({ extension, label, mediaType }) => {
        const file = { name: label, mediaType, path: dumpPath(name, extension) };
        const bytes = sizes[extension];
        return bytes === undefined ? file : { ...file, bytes };
      }),
    columns: csvMetadataPath(name),
  };
}

function missing(): Problem {
  return new Problem('not-found', {
    en: 'There is no such dataset or service. The catalogue names them all: /catalog.',
    fr: "Ce jeu de données ou ce service n'existe pas. Le catalogue les nomme tous : /catalog.",
  });
}
