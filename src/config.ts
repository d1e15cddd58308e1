import { z } from 'zod';
import { Problem } from './errors.js';

/** A whole number in a range, from text or number. */
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

/** Every setting, by the name of its CLI flag in camel case. */
const settings = z.object({
  port: whole(0, 65_535).default(3000),
  host: z.string().min(1).default('127.0.0.1'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  workers: whole(1, 64).optional(),
  queryTimeoutMs: whole(100, 3_600_000).default(30_000),
  cacheMb: whole(0, 16_384).default(64),
  dataDir: z.string().min(1).default('./var'),
  defaultGraph: z.enum(['union', 'own']).default('union'),
  seed: z.string().min(1).optional(),
});

export type SettingName = keyof typeof settings.shape;

/** Name of each setting and what it means, for the command's help and the README. */
export const settingNotes: Readonly<Record<SettingName, string>> = {
  port: 'TCP port to listen on; 0 takes any free one',
  host: 'address to listen on',
  baseUrl: 'public base IRI of the instance; default http://localhost:{port}',
  workers: "threads for outsiders' queries; default: cores − 1, at least 1",
  queryTimeoutMs: 'milliseconds after which a query is stopped',
  cacheMb: 'megabytes of answers to queries that are kept until the data change; 0 keeps none',
  dataDir: 'folder for what the instance keeps on disk; "none" keeps nothing',
  defaultGraph: 'what a query without FROM sees: "union" of all graphs, or "own", the unnamed graph only',
  seed: 'folders or RDF files to fill the store from, separated by commas; "none" for an empty store; default: the data and ontology shipped',
};

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly workers?: number;
  readonly queryTimeoutMs: number;
  readonly cacheMb: number;
  /** Absent: nothing is kept on disk. */
  readonly dataDir?: string;
  readonly defaultGraph: 'union' | 'own';
  /** Absent: what is shipped. Empty: an empty store. */
  readonly seed?: readonly string[];
}

/** `queryTimeoutMs` is COMMUNAUX_QUERY_TIMEOUT_MS in the environment. */
export function environmentName(setting: string): string {
  return `COMMUNAUX_${setting.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

/** `queryTimeoutMs` is --query-timeout-ms on the command line. */
export function flagName(setting: string): string {
  return `--${setting.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
}

/**
 * Settings from flags and environment; a flag wins over the environment.
 * @throws Problem `bad-request` naming each faulty setting and what it takes
 */
export function readConfig(
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).map(name => [
      name,
      flags[name] ?? (environment[environmentName(name)] || undefined),
    ]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path: [name], message }) => {
      const setting = String(name);
      return `${environmentName(setting)} (${flagName(setting)}): ${message}`;
    });
    throw new Problem('bad-request', `Faulty settings. ${faults.join('; ')}.`);
  }
  const { baseUrl, workers, dataDir, seed, ...rest } = parsed.data;
  return {
    ...rest,
    baseUrl: baseUrl ?? `http://localhost:${rest.port}`,
    ...(workers === undefined ? {} : { workers }),
    ...(dataDir === 'none' ? {} : { dataDir }),
    ...(seed === undefined ? {} : { seed: seed === 'none' ? [] : seed.split(',').map(path => path.trim()) }),
  };
}

/** Names in the environment that look like settings and are none: a misspelt one should not pass in silence. */
export function unknownSettings(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set(Object.keys(settings.shape).map(environmentName));
  return Object.keys(environment).filter(name => name.startsWith('COMMUNAUX_') && !known.has(name));
}
