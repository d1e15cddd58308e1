/** Values by property, those that are not known undefined. */
export type Known<T> = { readonly [K in keyof T]: T[K] | undefined };

/**
 * A node without what is not known of it. The type says which class it is, so that the compiler refuses every property that
 * schema.org does not have for that class; a spread would slip past it.
 */
export function defined<T extends object>(values: Known<T>): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** One value alone, several as a list, none as nothing. */
export function few<T>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}
