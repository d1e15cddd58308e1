/**
 * An expression that is true, and that the native operators leave to Comunica: a pattern inside EXISTS that is evaluated by
 * itself and reads a variable from outside.
 * @param variable that is bound where the expression stands
 */
export function notNative(variable: string): string {
  return `(NOT EXISTS { { SELECT ?q0 { ?q0 <urn:none> ?z0 } } OPTIONAL { ?q0 <urn:q> ?y0 FILTER(?y0 > ?${variable}) } FILTER BOUND(?y0) })`;
}
