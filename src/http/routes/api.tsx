import { Router } from 'express';
import { ApiPage, type ApiView } from '../../pages/api.js';
import type { Language } from '../../register/text.js';
import { jsonLdOffer } from '../api/answers.js';
import { openApi, operationsOf, type FilledOperation } from '../api/openapi.js';
import { apiOperations, topics } from '../api/operations.js';
import type { HttpContext } from '../context.js';
import { languageOf } from '../language.js';
import { assertKnownNames } from '../api/list-request.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { parametersOf } from '../parameters.js';
import { sendRepresentation } from '../send.js';
import { pageOf, sendPage } from './pages.js';

const description = { path: '/api/openapi.json', mediaType: 'application/vnd.oai.openapi+json;version=3.1' };

/** The API and the lists in files: a route for each operation of the table, its description, and a page to read it. */
export function apiRoutes(context: HttpContext): Router {
  const router = Router();
  router.get(description.path, async (request, response) => {
    assertKnownNames(parametersOf(request), []);
    const body = await context.register.derive('openapi', async () =>
      JSON.stringify(await openApi(context), null, 2),
    );
    sendRepresentation(request, response, { mediaType: description.mediaType, format: 'openapi', body });
  });
  router.get('/api', async (request, response, next) => {
    if (negotiate(request, [jsonLdOffer, htmlOffer]).id !== 'html') {
      next();
      return;
    }
    const view = toView(await operationsOf(context), languageOf(request));
    sendPage(request, response, <ApiPage page={pageOf(request, 'api', context, view)} />);
  });
  for (const { path, parameters, send } of apiOperations)
    router.get(path.replace(/\{(\w+)\}/g, ':$1'), (request, response) =>
      send({ request, response, context, parameters }),
    );
  return router;
}

function toView(operations: readonly FilledOperation[], language: Language): ApiView {
  return {
    topics: topics.map(name => ({
      name,
      operations: operations
        .filter(({ topic }) => topic === name && topic !== 'questions')
        .map(({ id, path, summary, parameters, answers, examples }) => ({
          id,
          path,
          summary: { value: summary[language], lang: language },
          // A file takes the filters of its list, which are told there.
          parameters: (name === 'files' ? [] : parameters).map(parameter => ({
            name: parameter.name,
            description: { value: parameter.description[language], lang: language },
            required: parameter.required ?? false,
            example: parameter.example,
            values: parameter.values,
          })),
          mediaTypes: Object.keys(answers),
          examples: examples.map(example => example.path),
        })),
    })),
  };
}
