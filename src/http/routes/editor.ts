import { Router, type Request, type Response } from 'express';
import { knownTerms } from '../../register/terms.js';
import type { HttpContext } from '../context.js';
import { sendCoded } from '../content-encoding.js';
import { editorFiles, editorPaths, type EditorFile } from '../editor-files.js';
import { languageOf } from '../language.js';
import { sendKept } from '../send.js';

/** What the editor at /sparql loads: its files, and the terms that it completes queries from. */
export function editorRoutes(context: HttpContext): Router {
  const { register } = context;
  const router = Router();
  for (const file of editorFiles)
    router.get(`/${file.path}`, (request, response) => sendFile(file, request, response));
  router.get(`/${editorPaths.terms}`, async (request, response) => {
    const language = languageOf(request);
    const name = { path: editorPaths.terms, format: 'json', language };
    await sendKept(name, { request, response, context }, async () => {
      const terms = await register.derive(`terms ${language}`, () => knownTerms(language, register));
      return {
        mediaType: 'application/json',
        format: `json-${language}`,
        body: JSON.stringify(terms),
        language,
      };
    });
  });
  return router;
}

/** Immutable under its name. */
function sendFile(
  { path, mediaType, body }: EditorFile,
  request: Request,
  response: Response,
): Promise<void> {
  const [, version = ''] = path.split('/');
  response.set({
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: `"${version}"`,
  });
  return sendCoded(body, request, response);
}
