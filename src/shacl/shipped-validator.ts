import { ShaclEngineValidator } from './shacl-engine-validator.js';
import { readShapes } from './shapes.js';
import type { Validator } from './validator.js';

/** A validator with the shapes that come with the package. */
export async function shippedValidator(): Promise<Validator> {
  return new ShaclEngineValidator(await readShapes());
}
