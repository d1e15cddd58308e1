import type { Language } from './text.js';

type Names = Readonly<Record<Language, string>>;

/** What a reference says of a term besides label and definition, in order, by prefixed name. */
export const termRelations: Readonly<Record<string, Names>> = {
  'skos:altLabel': { fr: 'Autre libellé', en: 'Also called' },
  'skos:notation': { fr: 'Code', en: 'Notation' },
  'rdfs:subClassOf': { fr: 'Sous-classe de', en: 'Subclass of' },
  'rdfs:subPropertyOf': { fr: 'Sous-propriété de', en: 'Subproperty of' },
  'rdfs:domain': { fr: 'Domaine', en: 'Domain' },
  'rdfs:range': { fr: 'Portée', en: 'Range' },
  'owl:inverseOf': { fr: 'Inverse de', en: 'Inverse of' },
  'skos:broader': { fr: 'Terme plus large', en: 'Broader' },
  'skos:narrower': { fr: 'Termes plus précis', en: 'Narrower' },
  'skos:exactMatch': { fr: 'Équivaut à', en: 'Exact match' },
  'skos:closeMatch': { fr: 'Proche de', en: 'Close match' },
  'skos:broadMatch': { fr: 'Compris dans', en: 'Broad match' },
};

/** What a reference says of the vocabulary itself. */
export const vocabularyMetadata: Readonly<Record<string, Names>> = {
  'owl:versionInfo': { fr: 'Version', en: 'Version' },
  'owl:versionIRI': { fr: 'IRI de version', en: 'Version IRI' },
  'dct:created': { fr: 'Créé le', en: 'Created' },
  'dct:issued': { fr: 'Publié le', en: 'Issued' },
  'dct:modified': { fr: 'Modifié le', en: 'Modified' },
  'dct:license': { fr: 'Licence', en: 'Licence' },
  'bibo:status': { fr: 'État', en: 'Status' },
  'vann:preferredNamespacePrefix': { fr: 'Préfixe', en: 'Prefix' },
  'vann:preferredNamespaceUri': { fr: 'Espace de noms', en: 'Namespace' },
  'dct:source': { fr: 'Origine', en: 'Source' },
  'dct:bibliographicCitation': { fr: 'Pour citer', en: 'How to cite' },
};

/** The sections of a reference: instances of a class, under a heading. */
export const sections: readonly { readonly type: string; readonly label: Names }[] = [
  { type: 'owl:Class', label: { fr: 'Classes', en: 'Classes' } },
  { type: 'owl:ObjectProperty', label: { fr: 'Propriétés', en: 'Properties' } },
  { type: 'owl:DatatypeProperty', label: { fr: 'Propriétés de données', en: 'Datatype properties' } },
  { type: 'skos:Concept', label: { fr: 'Concepts', en: 'Concepts' } },
];
