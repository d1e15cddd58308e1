import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { context as jsonLdContext } from '../../jsonld/document-loader.js';
import { finish, sendFinished } from '../send.js';

const folder = new URL('../../pages/', import.meta.url);
const file = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Files that are the same for everyone: a fixed list, so that no path leads elsewhere. */
const assets = [
  { path: '/assets/style.css', mediaType: 'text/css', format: 'css', body: file('style.css') },
  { path: '/logo.svg', mediaType: 'image/svg+xml', format: 'svg', body: file('logo.svg') },
  {
    path: '/robots.txt',
    mediaType: 'text/plain',
    format: 'txt',
    body: 'User-agent: *\nDisallow: /sparql?\n',
  },
  {
    path: '/context/v1.jsonld',
    mediaType: 'application/ld+json',
    format: 'jsonld',
    body: JSON.stringify(jsonLdContext, null, 2),
    immutable: true,
  },
];

export function assetRoutes(): Router {
  const router = Router({ caseSensitive: true });
  for (const { path, ...representation } of assets) {
    const finished = finish(representation);
    router.get(path, (request, response) => sendFinished(request, response, finished));
  }
  return router;
}
