import { kinds } from '../register/kinds.js';
import { datasets, type Dataset, type DumpName, type RegisterPart } from './datasets.js';
import { union, type Extent } from './extent.js';

/** A dataset with its dates and the time it covers. */
export interface DatedDataset extends Dataset {
  readonly extent: Extent;
}

/** The datasets whose things have dates of their own; the others are seen over the time that the register covers. */
const dated: ReadonlySet<DumpName> = new Set(['register', 'action', 'event']);

/** Every dataset, by the extents that are known of the parts of the register. */
export function datedDatasets(parts: ReadonlyMap<RegisterPart, Extent>): DatedDataset[] {
  const register = union(kinds.map(kind => parts.get(kind) ?? {}));
  const { start, end } = union([...parts.values()]);
  const covered = { ...(start ? { start } : {}), ...(end ? { end } : {}) };
  return datasets.map(dataset => {
    const { name } = dataset;
    const extent = name === 'register' ? register : (parts.get(name) ?? {});
    return { ...dataset, extent: { ...extent, ...(dated.has(name) ? {} : covered) } };
  });
}
