import { Router, type Request } from 'express';
import type { VNode } from 'preact';
import { Problem } from '../../errors.js';
import { QueriesPage } from '../../pages/queries.js';
import { QueryPage } from '../../pages/query.js';
import { graphFormats } from '../../rdf/formats.js';
import { answerKey } from '../../sparql/answer-key.js';
import type { Query } from '../../sparql/engine.js';
import { semicolonCsv, solutionFormats, type AnswerFormats } from '../../sparql/formats.js';
import { asksToExplain } from '../../sparql/protocol.js';
import type { QueryFile } from '../../sparql/query-file.js';
import { namedFormat, sendAnswer, withAnswer, type Exchange } from '../answer-query.js';
import { withByteOrderMark } from '../byte-order-mark.js';
import type { HttpContext } from '../context.js';
import { readSeparator, withSemicolons } from '../csv-separator.js';
import { readerOf } from '../examples.js';
import { explanationFormat } from '../explanation-format.js';
import { languageOf } from '../language.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { askedPage, pageOf, pageRepresentation, sendPage, type AskedPage } from '../page-answer.js';
import { parametersOf } from '../parameters.js';
import { readArguments, sparqlText, type Arguments } from '../query-arguments.js';
import { tableFormats, toTable } from '../query-table.js';
import { describeQueries, fileFormats, questionView, topicsView } from '../query-views.js';
import { sendKept, sendRepresentation } from '../send.js';

const jsonOffer = { id: 'json', mediaType: 'application/json' } as const;

/** The questions that the register offers: their list, and each as an API with typed parameters. */
export function queryRoutes(context: HttpContext): Router {
  return Router()
    .get(['/queries', '/queries.json'], async (request, response) => {
      const forced = request.path.endsWith('.json') ? jsonOffer : undefined;
      const { id, mediaType } = forced ?? negotiate(request, [jsonOffer, htmlOffer]);
      if (id === 'json') {
        await sendKept({ path: 'queries', format: id }, { request, response, context }, async () => {
          const body = JSON.stringify(await describeQueries(context), null, 2);
          return { mediaType, format: id, body };
        });
        return;
      }
      const asked = askedPage(request, 'queries');
      await sendPage(asked, { request, response, context }, async () => {
        const view = await topicsView(asked.lang, context);
        return <QueriesPage page={pageOf(asked, context, view)} />;
      });
    })
    .get('/queries/:file', async (request, response) => {
      const [name = '', extension] = request.params.file.split('.', 2);
      const query = (await context.queries()).get(name);
      if (!query) throw missing();
      const exchange = { request, response, context };
      // The reader's language is among the values that are bound.
      response.vary('Accept-Language');
      const reader = readerOf(languageOf(request), context);
      const read = readArguments(query, parametersOf(request), reader);
      const explaining = asksToExplain(parametersOf(request));
      if (explaining) {
        const format = explanationFormat(request, parametersOf(request).get('format') ?? undefined);
        const asked = { text: query.text, bindings: read.terms, formats: {}, explain: format };
        await sendAnswer({ ...asked, ...(explaining === 'plan' ? { planOnly: true } : {}) }, exchange);
        return;
      }
      const formats = chosenFormats(query, extension, request);
      if (formats === 'html') await sendAnswerPage(query, read, exchange);
      else {
        const asked = { text: query.text, bindings: read.terms, formats };
        await sendAnswer(asked, exchange, extension === undefined ? undefined : withByteOrderMark);
      }
    });
}

/**
 * The extension says the format, else `?format=`, else the Accept header.
 * @throws Problem `not-found` for an extension that the answer does not have; `bad-request`, `not-acceptable`
 */
function chosenFormats(
  query: QueryFile,
  extension: string | undefined,
  request: Request,
): AnswerFormats | 'html' {
  if (extension !== undefined) {
    const available = fileFormats(query);
    const found = available.find(format => format.extension === extension);
    if (!found) throw noFile(available.map(format => format.extension));
    if (found.id === 'csv' && readSeparator(parametersOf(request)) === ';')
      return { solutions: semicolonCsv };
    return namedFormat(found.id);
  }
  const format = parametersOf(request).get('format');
  if (format !== null) return namedFormat(format);
  const offers = query.family === 'graph' ? graphFormats : solutionFormats;
  const { id } = negotiate(request, [...offers, htmlOffer]);
  return id === 'html' ? id : namedFormat(id);
}

async function sendAnswerPage(query: QueryFile, read: Arguments, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const asked = { text: query.text, bindings: read.terms, formats: tableFormats };
  const path = `queries/${query.name}`;
  const page = askedPage(request, path, givenArguments(query, parametersOf(request)));
  const make = () => answerPage(query, { read, asked, page }, exchange);
  if (answerKey(asked) !== undefined) await sendPage(page, exchange, make);
  else await sendRepresentation(request, response, pageRepresentation(page.lang, await make()));
}

/** The values of parameters that the address gives. */
function givenArguments({ header }: QueryFile, url: URLSearchParams): AskedPage['query'] {
  return Object.keys(header.parameters).flatMap(name =>
    url.getAll(name).map(value => [name, value] as const),
  );
}

interface Asking {
  readonly read: Arguments;
  readonly asked: Query;
  readonly page: AskedPage;
}

async function answerPage(
  query: QueryFile,
  { read, asked, page }: Asking,
  exchange: Exchange,
): Promise<VNode> {
  const { context } = exchange;
  const { register } = context;
  const { path, lang: language } = page;
  const answer = await withAnswer(asked, exchange, found =>
    toTable(found, query.family, { register, language }),
  );
  const view = {
    question: await questionView(query, { language, context, values: read.values }),
    answer,
    sparql: sparqlText(query, read),
    formats: withSemicolons(
      fileFormats(query).map(({ label, mediaType, extension }) => ({
        name: label,
        mediaType,
        path: `${path}.${extension}`,
      })),
      language,
    ),
    values: read.values,
  };
  return <QueryPage page={pageOf(page, context, view)} />;
}

function noFile(available: readonly string[]): Problem {
  return new Problem(
    'not-found',
    {
      en: `The answer to this question is no such file. Available: .${available.join(', .')}.`,
      fr: `La réponse à cette question n'est pas un tel fichier. Disponibles\u00a0: .${available.join(', .')}.`,
    },
    { available },
  );
}

function missing(): Problem {
  return new Problem('not-found', {
    en: 'There is no such question. All of them are listed at /queries.',
    fr: "Cette question n'existe pas. Toutes sont à l'adresse /queries.",
  });
}
