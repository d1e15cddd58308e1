import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { context as jsonLdContext } from '../../jsonld/document-loader.js';
import { sendRepresentation } from '../send.js';

const assetFolder = new URL('../../pages/', import.meta.url);
const stylesheet = readFileSync(new URL('style.css', assetFolder), 'utf8');

/** Files that are the same for everyone: a fixed list, so that no path leads elsewhere. */
export function assetRoutes(): Router {
  return Router()
    .get('/assets/style.css', (request, response) => {
      sendRepresentation(request, response, { mediaType: 'text/css', format: 'css', body: stylesheet });
    })
    .get('/context/v1.jsonld', (request, response) => {
      const body = JSON.stringify(jsonLdContext, null, 2);
      sendRepresentation(request, response, {
        mediaType: 'application/ld+json',
        format: 'jsonld',
        body,
        immutable: true,
      });
    })
    .get('/robots.txt', (request, response) => {
      const body = 'User-agent: *\nDisallow: /sparql?\n';
      sendRepresentation(request, response, { mediaType: 'text/plain', format: 'txt', body });
    });
}
