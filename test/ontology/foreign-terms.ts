/** Terms of others that the ontology and the vocabularies reuse, each checked to exist in its own vocabulary. */
export const foreignTerms: ReadonlySet<string> = new Set([
  ...names('rdf', 'type first rest Property'),
  ...names('rdfs', 'label domain range subClassOf subPropertyOf isDefinedBy seeAlso'),
  ...names('owl', 'Ontology Class ObjectProperty SymmetricProperty AllDisjointClasses'),
  ...names('owl', 'inverseOf members unionOf versionIRI versionInfo'),
  ...names('dct', 'title alternative description abstract creator publisher created issued modified license'),
  ...names('dct', 'language source bibliographicCitation relation type hasVersion isVersionOf Standard'),
  ...names('skos', 'Concept ConceptScheme prefLabel altLabel definition notation inScheme topConceptOf'),
  ...names('skos', 'hasTopConcept broader narrower closeMatch exactMatch broadMatch narrowMatch scopeNote'),
  ...names('vann', 'preferredNamespacePrefix preferredNamespaceUri'),
  ...names('bibo', 'status'),
  ...names('mod', 'status'),
  ...names('foaf', 'Agent Organization name page logo'),
  ...names('schema', 'includedInDataCatalog EventSeries'),
  ...names('prov', 'Activity Association Role'),
  ...names('dcat', 'Resource CatalogRecord Relationship Role'),
  ...names('adms', 'status'),
  ...names('m8g', 'Participation'),
  ...names('epo', 'Term'),
]);

function names(prefix: string, locals: string): string[] {
  return locals.split(' ').map(local => `${prefix}:${local}`);
}
