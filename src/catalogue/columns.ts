import type { Kind } from '../register/kinds.js';
import type { DumpName } from './datasets.js';
import type { Phrase } from './statements.js';

/**
 * What a column shows. `texts` are two columns, one a language (a `list` of short ones, or one text); `reference` an IRI and its name; `pairs` the inner
 * nodes of a thing (its involvements, its links), each with a target and the role of that target: targets and roles
 * stand in the same order in two columns, and a third says both in words.
 */
export type Form =
  | { readonly as: 'texts'; readonly list?: true }
  | { readonly as: 'value'; readonly datatype: 'string' | 'date' | 'anyURI' | 'decimal' }
  | { readonly as: 'reference' }
  | { readonly as: 'pairs'; readonly target: string; readonly role: string };

/** A column, or the few that belong together. */
export interface Column {
  readonly name: string;
  readonly title: Phrase;
  /** Prefixed names of properties: `a|b` takes the first that has a value, `a/b` goes on to an inner node. */
  readonly path: string;
  readonly form: Form;
  /** Whether it is said of the record (source, dates, status) and not of the thing. */
  readonly ofRecord?: true;
}

type Title = readonly [fr: string, en: string];

const make =
  (form: Form) =>
  (name: string, path: string, [fr, en]: Title): Column => ({ name, path, title: { fr, en }, form });

const text = make({ as: 'texts' });
const words = make({ as: 'texts', list: true });
const reference = make({ as: 'reference' });
const address = make({ as: 'value', datatype: 'anyURI' });
/** As precise as known: a year, a month or a day. So it is no xsd:date. */
const value = make({ as: 'value', datatype: 'string' });
const amount = make({ as: 'value', datatype: 'decimal' });
const day = make({ as: 'value', datatype: 'date' });

const title = text('title', 'dct:title|foaf:name|skos:prefLabel', ['Nom', 'Name']);
const description = text('description', 'dct:description|skos:definition', ['Description', 'Description']);
const subject = reference('subject', 'dct:subject', ['Thèmes', 'Themes']);
const euTheme = reference('eu_theme', 'dcat:theme', ['Thèmes européens', 'European themes']);
const spatial = reference('spatial', 'dct:spatial', ['Territoires', 'Territories']);
const start = value('start', 'schema:startDate', ['Début', 'Start']);
const end = value('end', 'schema:endDate', ['Fin', 'End']);
const created = value('created', 'dct:created', ['Création', 'Creation']);
const landingPage = address('landing_page', 'dcat:landingPage', ['Site', 'Website']);
const page = address('web_page', 'foaf:page', ['Site', 'Website']);
const licence = reference('licence', 'dct:license', ['Licence', 'Licence']);
const sameAs = address('same_as', 'schema:sameAs', ['Même chose ailleurs', 'Same thing elsewhere']);
const about = reference('about', 'schema:about', ['Porte sur', 'About']);
const otherNames = words('other_name', 'skos:altLabel', ['Autres noms', 'Other names']);
const involvement: Column = {
  name: 'involvement',
  title: { fr: 'Acteurs impliqués', en: 'Actors involved' },
  path: 'pac:hasInvolvement',
  form: { as: 'pairs', target: 'prov:agent', role: 'prov:hadRole' },
};
const link: Column = {
  name: 'link',
  title: { fr: 'Liens avec des actions', en: 'Links with actions' },
  path: 'dcat:qualifiedRelation',
  form: { as: 'pairs', target: 'dct:relation', role: 'dcat:hadRole' },
};

/** Columns of every table of records, after those of the kind. */
const recordColumns: readonly Column[] = [
  reference('record_status', 'adms:status', ['État de la notice', 'Status of the record']),
  reference('verification', 'pac:verificationLevel', ['Niveau de vérification', 'Verification level']),
  address('source', 'dct:source', ['Sources', 'Sources']),
  address('see_also', 'rdfs:seeAlso', ['Voir aussi', 'See also']),
  reference('unsourced', 'pac:unsourcedProperty', ['Propriétés sans source', 'Unsourced properties']),
  text('note', 'skos:editorialNote', ['Note de la rédaction', 'Editorial note']),
  day('record_issued', 'dct:issued', ['Notice créée le', 'Record issued']),
  day('record_modified', 'dct:modified', ['Notice modifiée le', 'Record modified']),
].map(column => ({ ...column, ofRecord: true }));

const ofKind: Readonly<Record<Kind, readonly Column[]>> = {
  action: [
    reference('type', 'pac:actionType', ["Types d'action", 'Action types']),
    reference('status', 'adms:status', ['État', 'Status']),
    start,
    end,
    spatial,
    subject,
    euTheme,
    involvement,
    reference('commons', 'pac:concernsCommons', ['Communs concernés', 'Commons concerned']),
    reference('need', 'pac:addressesNeed', ['Besoins', 'Needs']),
    reference('funding_mode', 'pac:fundingMode', ['Modes de financement', 'Funding modes']),
    reference('funding', 'schema:funding', ['Financements', 'Funding']),
    link,
    value('citation', 'dct:bibliographicCitation', ['Référence juridique', 'Legal reference']),
    landingPage,
  ],
  commons: [
    reference('type', 'pac:commonsKind', ['Nature', 'Kind']),
    created,
    spatial,
    subject,
    euTheme,
    words('keyword', 'dcat:keyword', ['Mots-clés', 'Keywords']),
    licence,
    reference('governance', 'pac:governanceModel', ['Gouvernance', 'Governance']),
    involvement,
    landingPage,
    address('repository', 'schema:codeRepository', ['Dépôt de code', 'Code repository']),
    sameAs,
  ],
  actor: [
    value('acronym', 'skos:altLabel', ['Sigle', 'Acronym']),
    reference('type', 'org:classification', ['Catégorie', 'Class']),
    created,
    spatial,
    reference('parent', 'org:subOrganizationOf', ['Rattachement', 'Parent body']),
    value('identifier', 'adms:identifier/skos:notation', ['Identifiant officiel', 'Official identifier']),
    value('identifier_agency', 'adms:identifier/adms:schemaAgency', ["Émetteur de l'identifiant", 'Issuer']),
    page,
    sameAs,
  ],
  need: [reference('status', 'pac:needStatus', ['État', 'Status']), subject],
  funding: [
    amount('amount', 'schema:amount/schema:value', ['Montant', 'Amount']),
    value('currency', 'schema:amount/schema:currency', ['Monnaie', 'Currency']),
    reference('funder', 'schema:funder', ['Financeurs', 'Funders']),
    reference('action', 'schema:fundedItem', ['Actions financées', 'Actions funded']),
  ],
  clause: [
    reference('family', 'pac:clauseFamily', ['Famille', 'Family']),
    text('text', 'schema:text', ['Texte', 'Text']),
    reference('cites', 'eli:cites', ['Fondement juridique', 'Legal ground']),
    subject,
    reference('need', 'pac:answersNeed', ['Besoins', 'Needs']),
    reference('related', 'dct:relation', ['Voir aussi', 'Related']),
  ],
  event: [
    reference('series', 'schema:superEvent', ['Série', 'Series']),
    reference('mode', 'schema:eventAttendanceMode', ['Forme', 'Form']),
    start,
    end,
    text('place', 'schema:location/schema:name', ['Lieu', 'Place']),
    spatial,
    reference('organizer', 'schema:organizer', ['Organisateurs', 'Organisers']),
    about,
    page,
  ],
  resource: [
    reference('type', 'dct:type', ['Type', 'Type']),
    value('published', 'dct:issued', ['Parution', 'Issue']),
    reference('publisher', 'dct:publisher', ['Éditeurs', 'Publishers']),
    reference('language', 'dct:language', ['Langues', 'Languages']),
    licence,
    subject,
    euTheme,
    reference('action', 'dct:relation', ['Actions liées', 'Related actions']),
    landingPage,
  ],
  contact: [page],
  territory: [
    otherNames,
    reference('level', 'dct:type', ['Niveau', 'Level']),
    value('code', 'dct:identifier', ['Code', 'Code']),
    reference('part_of', 'dct:isPartOf', ['Fait partie de', 'Part of']),
    value('centroid', 'dcat:centroid', ['Centre (WKT)', 'Centre (WKT)']),
    address('same_as', 'owl:sameAs', ['Même chose ailleurs', 'Same thing elsewhere']),
  ],
  theme: [
    otherNames,
    address('scheme', 'skos:inScheme', ['Vocabulaire', 'Vocabulary']),
    reference('broad_match', 'skos:broadMatch', ['Thème européen plus large', 'Broader European theme']),
    reference('exact_match', 'skos:exactMatch', ['Thème européen équivalent', 'Equal European theme']),
  ],
};

/** What records of any kind have. */
const ofAnyRecord: readonly Column[] = [
  reference(
    'type',
    'pac:actionType|pac:commonsKind|pac:needStatus|org:classification|pac:clauseFamily|dct:type',
    ['Type', 'Type'],
  ),
  subject,
  spatial,
  address('web_page', 'dcat:landingPage|foaf:page', ['Site', 'Website']),
];

const ofTerm: readonly Column[] = [
  text('title', 'skos:prefLabel|rdfs:label|dct:title', ['Nom', 'Name']),
  text('description', 'skos:definition|dct:description', ['Définition', 'Definition']),
  otherNames,
  value('notation', 'skos:notation', ['Notation', 'Notation']),
  address('defined_by', 'skos:inScheme|rdfs:isDefinedBy', ['Vocabulaire', 'Vocabulary']),
  reference('broader', 'skos:broader|rdfs:subClassOf|rdfs:subPropertyOf', ['Plus large', 'Broader']),
  address('domain', 'rdfs:domain', ['Domaine', 'Domain']),
  address('range', 'rdfs:range', ['Portée', 'Range']),
  address('close_match', 'skos:closeMatch|skos:exactMatch', ['Proche de', 'Close match']),
];

/** The columns of a dump, after those that say which record or term a row is about. */
export function columnsOf(name: DumpName): readonly Column[] {
  if (name === 'vocabulary') return ofTerm;
  return [title, description, ...(name === 'register' ? ofAnyRecord : ofKind[name]), ...recordColumns];
}
