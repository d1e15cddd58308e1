import { Router } from 'express';
import { ApiPage, type ApiView } from '../../pages/api.js';
import type { Language } from '../../register/text.js';
import { jsonLdOffer } from '../api/list-formats.js';
import { openApi, operationsOf, type FilledOperation } from '../api/openapi.js';
import { apiOperations, topics } from '../api/operations.js';
import type { HttpContext } from '../context.js';
import { assertKnownNames } from '../api/list-request.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { askedPage, pageOf, sendPage } from '../page-answer.js';
import { parametersOf } from '../parameters.js';
import { sendKept } from '../send.js';

const description = { path: '/api/openapi.json', mediaType: 'application/vnd.oai.openapi+json;version=3.1' };

/** The API and the lists in files: a route for each operation of the table, its description, and a page to read it. */
export function apiRoutes(context: HttpContext): Router {
  const router = Router();
  router.get(description.path, async (request, response) => {
    assertKnownNames(parametersOf(request), []);
    const { path, mediaType } = description;
    await sendKept({ path, format: 'openapi' }, { request, response, context }, async () => {
      const described = await context.register.derive('openapi', () => openApi(context));
      return { mediaType, format: 'openapi', body: JSON.stringify(described, null, 2) };
    });
  });
  router.get('/api', async (request, response, next) => {
    if (negotiate(request, [jsonLdOffer, htmlOffer]).id !== 'html') {
      next();
      return;
    }
    const asked = askedPage(request, 'api');
    await sendPage(asked, { request, response, context }, async () => {
      const view = toView(await operationsOf(context), asked.lang);
      return <ApiPage page={pageOf(asked, context, view)} />;
    });
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
