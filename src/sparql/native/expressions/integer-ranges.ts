const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Least and greatest values of the types derived from xsd:integer (XML Schema 1.1 Part 2 section 3.4). */
const ranges = new Map<string, readonly [least: bigint | undefined, greatest: bigint | undefined]>([
  [`${xsd}nonPositiveInteger`, [undefined, 0n]],
  [`${xsd}negativeInteger`, [undefined, -1n]],
  [`${xsd}nonNegativeInteger`, [0n, undefined]],
  [`${xsd}positiveInteger`, [1n, undefined]],
  [`${xsd}long`, [-(2n ** 63n), 2n ** 63n - 1n]],
  [`${xsd}int`, [-(2n ** 31n), 2n ** 31n - 1n]],
  [`${xsd}short`, [-32_768n, 32_767n]],
  [`${xsd}byte`, [-128n, 127n]],
  [`${xsd}unsignedLong`, [0n, 2n ** 64n - 1n]],
  [`${xsd}unsignedInt`, [0n, 2n ** 32n - 1n]],
  [`${xsd}unsignedShort`, [0n, 65_535n]],
  [`${xsd}unsignedByte`, [0n, 255n]],
]);

/** The local names of the datatypes that have one. */
export const boundedTypes: readonly string[] = [...ranges.keys()].map(iri => iri.slice(xsd.length));

/** Whether a datatype has a least or greatest integer. */
export function isBounded(datatype: string): boolean {
  return ranges.has(datatype);
}

/** Whether an integer, which may be rounded if it is beyond all bounds, is among those of a datatype. */
export function isInRange(datatype: string, value: bigint | number): boolean {
  const [least, greatest] = ranges.get(datatype) ?? [];
  return (least === undefined || value >= least) && (greatest === undefined || value <= greatest);
}
