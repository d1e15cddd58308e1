import type { ComponentType } from 'preact';
import { Here } from '../../src/pages/here.js';
import type { Place } from '../../src/pages/links.js';
import type { Page } from '../../src/pages/page.js';
import { renderPage } from '../../src/pages/render.js';
import type { Language } from '../../src/register/text.js';
import { readMarkup, type Element } from './markup.js';

export const base = 'http://localhost:3000';

/** The page of a view, as read back from its HTML. */
export function renderView<V>(
  Component: ComponentType<{ page: Page<V> }>,
  view: V,
  place: Partial<Page<V>> & { readonly lang: Language },
): Element {
  return readMarkup(renderPage(<Component page={{ base, path: '', query: {}, ...place, view }} />));
}

/** A part of a page, in a place of its own. */
export function renderPart<P extends object>(
  Component: ComponentType<P>,
  props: P,
  place: Partial<Place> = {},
): Element {
  const here: Place = { base, path: '', lang: 'fr', ...place };
  return readMarkup(
    renderPage(
      <Here.Provider value={here}>
        <Component {...props} />
      </Here.Provider>,
    ),
  );
}
