import type { CountedPhrase, Phrase } from './phrase.js';

/** The page of the catalogue: what can be downloaded, queried, harvested. */
export const catalogue = {
  catalogueTitle: { fr: 'Catalogue des données', en: 'Data catalogue' },
  catalogueDescription: {
    fr: 'Toutes les données du registre à télécharger, à interroger ou à moissonner, sous licence ouverte et sans inscription.',
    en: 'All the data of the register to download, query or harvest, under open licences and with no registration.',
  },
  datasetsTitle: { fr: 'Jeux de données', en: 'Datasets' },
  datasetPage: { fr: 'Lire en ligne : {title}', en: 'Read online: {title}' },
  datasetModified: { fr: 'Mise à jour', en: 'Updated' },
  datasetLicence: { fr: 'Licence', en: 'Licence' },
  datasetFiles: { fr: 'Fichiers', en: 'Files' },
  fileFacts: { fr: '{format}, {size}', en: '{format}, {size}' },
  csvColumns: { fr: 'description des colonnes de {file}', en: 'description of the columns of {file}' },
  servicesTitle: { fr: 'Services', en: 'Services' },
  serviceAddress: { fr: 'Adresse :', en: 'Address:' },
  servicePage: { fr: "Mode d'emploi : {title}", en: 'How to use it: {title}' },
  harvestTitle: { fr: 'Moissonner ce catalogue', en: 'Harvest this catalogue' },
  harvestText: {
    fr: "Le catalogue suit DCAT-AP 3.0.1 : data.gouv.fr, data.europa.eu et CKAN peuvent le reprendre. Donnez-leur l'une de ces adresses.",
    en: 'The catalogue follows DCAT-AP 3.0.1: data.gouv.fr, data.europa.eu and CKAN can take it over. Give them one of these addresses.',
  },
} as const satisfies Record<string, Phrase>;

export const catalogueCounts = {
  kilobytes: { fr: { one: '{n} ko', other: '{n} ko' }, en: { one: '{n} kB', other: '{n} kB' } },
  megabytes: { fr: { one: '{n} Mo', other: '{n} Mo' }, en: { one: '{n} MB', other: '{n} MB' } },
} as const satisfies Record<string, CountedPhrase>;
