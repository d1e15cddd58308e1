/** A phrase in French and in English. */
export type Pair = readonly [fr: string, en: string];

export const nouns: readonly Pair[] = [
  ['données ouvertes', 'open data'],
  ['logiciels libres', 'free software'],
  ['cartes partagées', 'shared maps'],
  ['bases d’adresses', 'address bases'],
  ['archives publiques', 'public archives'],
  ['normes communes', 'common standards'],
  ['ateliers numériques', 'digital workshops'],
  ['plateformes citoyennes', 'citizen platforms'],
  ['référentiels bâtis', 'building registers'],
  ['horaires de transport', 'transport timetables'],
  ['ressources éducatives', 'educational resources'],
  ['clés de sécurité', 'security keys'],
  ['forges logicielles', 'software forges'],
  ['services d’identité', 'identity services'],
  ['bibliothèques de code', 'code libraries'],
  ['inventaires de biodiversité', 'biodiversity inventories'],
  ['outils de messagerie', 'messaging tools'],
  ['modèles de langue', 'language models'],
  ['sites internet', 'websites'],
  ['capteurs de l’air', 'air sensors'],
  ['marchés publics', 'public contracts'],
  ['itinéraires cyclables', 'cycle routes'],
  ['jeux de tests', 'test suites'],
  ['dictionnaires régionaux', 'regional dictionaries'],
];

export const subjects: readonly Pair[] = [
  ['Les collectivités', 'Local authorities'],
  ['Une équipe publique', 'A public team'],
  ['Les contributeurs bénévoles', 'Volunteer contributors'],
  ['Le ministère', 'The ministry'],
  ['Les agences', 'The agencies'],
  ['Les communes voisines', 'Neighbouring municipalities'],
  ['Un consortium de recherche', 'A research consortium'],
  ['Les associations', 'Associations'],
  ['Les agents de terrain', 'Field staff'],
  ['Les développeuses et développeurs', 'Developers'],
  ['La région', 'The region'],
  ['Les établissements scolaires', 'Schools'],
];

export const verbs: readonly Pair[] = [
  ['mutualisent', 'share'],
  ['financent', 'fund'],
  ['entretiennent', 'maintain'],
  ['documentent', 'document'],
  ['traduisent', 'translate'],
  ['hébergent', 'host'],
  ['publient', 'publish'],
  ['réutilisent', 'reuse'],
  ['évaluent', 'evaluate'],
  ['gouvernent ensemble', 'govern together'],
];

export const purposes: readonly Pair[] = [
  ['afin de réduire les coûts', 'in order to cut costs'],
  ['pour que chacun puisse y contribuer', 'so that everyone can contribute'],
  ['avec une gouvernance partagée', 'with shared governance'],
  ['sous une licence ouverte', 'under an open licence'],
  ['au service de la transition écologique', 'in support of the ecological transition'],
  ['pour réduire la dépendance à quelques fournisseurs', 'to depend less on a few suppliers'],
  ['à l’échelle européenne', 'at European scale'],
  ['dans la durée', 'over the long run'],
  ['en lien avec la recherche', 'together with researchers'],
  ['pour simplifier les démarches', 'to make procedures simpler'],
  ['selon un calendrier public', 'on a public schedule'],
  ['à la suite d’une concertation', 'after a public consultation'],
];

/** In the order of how often texts name them. */
export const places: readonly string[] = (
  'Paris Lyon Nantes Rennes Toulouse Grenoble Strasbourg Lille Montpellier Bordeaux Marseille Nice Brest Angers ' +
  'Dijon Tours Amiens Metz Besançon Orléans Rouen Caen Limoges Poitiers Pau Nîmes Le-Havre Saint-Étienne Barcelone ' +
  'Bruxelles Berlin Rome Lisbonne Vienne Genève Tallinn Helsinki Dublin Prague Varsovie'
).split(' ');

/** Lower case without accents, words joined by hyphens. */
export function slugged(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
