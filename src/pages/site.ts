/** Addresses outside the instance that pages lead to. */
export const site = {
  sourceCode: 'https://github.com/communaux/communaux',
  issues: 'https://github.com/communaux/communaux/issues',
  origin:
    'https://inno3.fr/actualite/mutualisation-des-actions-publiques-en-matiere-de-communs-numeriques-exploration-design?page=6',
  codeLicence: 'https://spdx.org/licenses/EUPL-1.2.html',
  ontologyLicence: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
