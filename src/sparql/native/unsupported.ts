/**
 * Says that the native operators do not do something exactly as the specification says. The query, or the sub-tree
 * that needs it, then goes to the complete engine.
 */
export class Unsupported extends Error {
  constructor(readonly construct: string) {
    super(`${construct} is not evaluated natively.`);
    this.name = 'Unsupported';
  }
}
