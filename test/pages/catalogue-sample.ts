import type { CatalogueView } from '../../src/pages/catalogue.js';
import type { Language } from '../../src/register/text.js';
import { textIn } from './samples.js';

/** Two datasets with files of the same size, and a service. */
export function catalogueView(lang: Language): CatalogueView {
  const t = textIn(lang);
  const dataset = (name: string, title: CatalogueView['services'][number]['title']) => ({
    name,
    title,
    description: t('Ce que ce jeu contient.', 'What this dataset holds.'),
    modified: '2026-11-22',
    licence: {
      name: 'Licence Ouverte 2.0',
      href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    },
    path: name,
    files: [
      { name: 'Turtle', mediaType: 'text/turtle', path: `dump/${name}.ttl`, bytes: 1_234 },
      { name: 'CSV', mediaType: 'text/csv', path: `dump/${name}.csv`, bytes: 1_760_000 },
    ],
    columns: `dump/${name}.csv-metadata.json`,
  });
  return {
    datasets: [
      dataset('action', t('Actions publiques', 'Public actions')),
      dataset('need', t('Besoins', 'Needs')),
    ],
    services: [
      {
        name: 'sparql',
        title: t("Point d'accès SPARQL", 'SPARQL endpoint'),
        description: t('Interrogation en SPARQL 1.1.', 'SPARQL 1.1 queries.'),
        endpoint: 'sparql',
        path: 'sparql',
      },
    ],
    formats: [{ name: 'Turtle', mediaType: 'text/turtle', path: 'catalog.ttl' }],
    structured: { '@type': 'DataCatalog' },
  };
}
