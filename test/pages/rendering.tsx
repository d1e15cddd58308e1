import type { ComponentType } from 'preact';
import { Here } from '../../src/pages/here.js';
import type { LicensedPlace } from '../../src/pages/links.js';
import type { Page } from '../../src/pages/page.js';
import { renderPage } from '../../src/pages/render.js';
import type { Language } from '../../src/register/text.js';
import { readMarkup, type Element } from './markup.js';

const base = 'http://localhost:3000';

/** What the register's data are under. */
const licence = {
  name: 'Licence Ouverte 2.0',
  href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
};

/** The page of a view, as read back from its HTML. */
export function renderView<V>(
  Component: ComponentType<{ page: Page<V> }>,
  view: V,
  place: Partial<Page<V>> & { readonly lang: Language },
): Element {
  return readMarkup(renderPage(<Component page={{ base, licence, path: '', query: {}, ...place, view }} />));
}

/** A part of a page, in a place of its own. */
export function renderPart<P extends object>(
  Component: ComponentType<P>,
  props: P,
  place: Partial<LicensedPlace> = {},
): Element {
  const here: LicensedPlace = { base, licence, path: '', lang: 'fr', ...place };
  return readMarkup(
    renderPage(
      <Here.Provider value={here}>
        <Component {...props} />
      </Here.Provider>,
    ),
  );
}
