import type { Language } from './text.js';

/** What each check says, in people's words: what is wrong, then how to mend it. `{words}` are filled in. */
export const checkTexts = {
  unreadable: {
    fr: 'Le fichier ne se lit pas : {detail} Corrigez la syntaxe à cette ligne ou juste avant.',
    en: 'The file cannot be read: {detail} Mend the syntax on this line or just before.',
  },
  'left-out': {
    fr: "Le fichier est laissé de côté : son extension n'est celle d'aucun format RDF. Nommez-le d'après son format (.ttl pour Turtle), ou rangez-le ailleurs.",
    en: 'The file is passed over: its extension is that of no RDF format. Name it after its format (.ttl for Turtle), or put it elsewhere.',
  },
  'other-graph': {
    fr: "Le fichier parle dans le graphe <{graph}>, qui n'est pas celui de la notice <{document}> : ôtez le nom du graphe.",
    en: 'The file speaks in the graph <{graph}>, which is not that of the record <{document}>: take the name of the graph away.',
  },
  misplaced: {
    fr: "Le dossier et le nom du fichier n'annoncent aucune notice : rangez-le dans l'un des dossiers {kinds}, sous un nom en minuscules, chiffres et tirets (openstreetmap.ttl).",
    en: 'The folder and name of the file announce no record: put it in one of the folders {kinds}, under a name in lower-case letters, digits and hyphens (openstreetmap.ttl).',
  },
  'blank-node': {
    fr: 'Un nœud est sans nom ([…], (…) ou _:…) : donnez-lui un nom dans le fichier, par exemple <#lead-dinum>, pour que chacun puisse le citer.',
    en: 'A node has no name ([…], (…) or _:…): give it a name within the file, for example <#lead-dinum>, so that anyone can cite it.',
  },
  'no-topic': {
    fr: "La notice ne dit pas quel est son sujet : ajoutez <> foaf:primaryTopic <{thing}>, d'après le dossier et le nom du fichier.",
    en: "The record does not say what its topic is: add <> foaf:primaryTopic <{thing}>, after the file's folder and name.",
  },
  'wrong-topic': {
    fr: "Le sujet de la notice est <{value}>, alors que le dossier et le nom du fichier annoncent <{thing}> : renommez l'un ou l'autre.",
    en: "The topic of the record is <{value}>, whereas the file's folder and name announce <{thing}>: rename one or the other.",
  },
  'stray-subject': {
    fr: "Le fichier parle de <{subject}>, qui n'est ni son sujet <{thing}>, ni la notice, ni l'un de ses nœuds <#…> : déplacez ces lignes dans la notice de cette chose.",
    en: 'The file speaks of <{subject}>, which is neither its topic <{thing}>, nor the record, nor one of its nodes <#…>: move these lines to the record of that thing.',
  },
  'unknown-term': {
    fr: "{term} n'existe pas dans l'ontologie : vérifiez son orthographe dans ontology/pac.ttl.",
    en: '{term} does not exist in the ontology: check its spelling in ontology/pac.ttl.',
  },
  'misspelt-property': {
    fr: "Cette propriété n'existe pas dans son vocabulaire : écrivez {nearest}, si c'est ce que vous vouliez dire.",
    en: 'This property does not exist in its vocabulary: write {nearest}, if that is what you mean.',
  },
  'misspelt-value': {
    fr: "Cette valeur n'existe pas dans son vocabulaire : écrivez {nearest}, si c'est ce que vous vouliez dire.",
    en: 'This value does not exist in its vocabulary: write {nearest}, if that is what you mean.',
  },
  'misspelt-datatype': {
    fr: "Le type {term} n'existe pas dans son vocabulaire : écrivez {nearest}, si c'est ce que vous vouliez dire.",
    en: 'The datatype {term} does not exist in its vocabulary: write {nearest}, if that is what you mean.',
  },
  'unknown-property': {
    fr: "Cette propriété n'existe pas dans son vocabulaire : vérifiez son orthographe dans la documentation de celui-ci.",
    en: 'This property does not exist in its vocabulary: check its spelling in the documentation of that.',
  },
  'unknown-value': {
    fr: "Cette valeur n'existe pas dans son vocabulaire : vérifiez son orthographe dans la documentation de celui-ci.",
    en: 'This value does not exist in its vocabulary: check its spelling in the documentation of that.',
  },
  'unknown-datatype': {
    fr: "Le type {term} n'existe pas dans son vocabulaire : vérifiez son orthographe dans la documentation de celui-ci.",
    en: 'The datatype {term} does not exist in its vocabulary: check its spelling in the documentation of that.',
  },
  'broken-reference': {
    fr: 'Aucune notice ne décrit <{value}> : vérifiez le nom, ou créez la notice qui manque.',
    en: 'No record describes <{value}>: check the name, or create the missing record.',
  },
  'ill-formed': {
    fr: "« {value} » n'est pas un {datatype} : aucune date, aucun nombre ne s'écrit ainsi. Un jour s'écrit 2024-02-29 (xsd:date) et existe au calendrier, un mois 2024-02 (xsd:gYearMonth), une année 2024 (xsd:gYear), une heure 2024-02-29T18:30:00+01:00 (xsd:dateTime).",
    en: '"{value}" is no {datatype}: no date, no number is written like that. A day is written 2024-02-29 (xsd:date) and stands in the calendar, a month 2024-02 (xsd:gYearMonth), a year 2024 (xsd:gYear), a time 2024-02-29T18:30:00+01:00 (xsd:dateTime).',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type CheckName = keyof typeof checkTexts;

/** What may be left as it is. All other checks find what must be mended. */
export const warnings: ReadonlySet<CheckName> = new Set([
  'left-out',
  'misspelt-property',
  'misspelt-value',
  'misspelt-datatype',
  'unknown-property',
  'unknown-value',
  'unknown-datatype',
]);
