import { isIP } from 'node:net';
import { z } from 'zod';
import { licenceCodes, standardLicence } from './catalogue/licences.js';
import { publisherTypes, type Publisher } from './catalogue/publisher.js';
import { Problem } from './errors.js';
import { limitNames, limits, type Limit, type LimitName, type Limits } from './limits.js';

/** A whole number in a range, from text or number. */
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

/** Names that stand for networks of this machine and its neighbours, as Express knows them. */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];

/** An address or a network in CIDR notation (RFC 4632 section 3.1), or a name for some. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (namedNetworks.includes(text)) return true;
  const longest = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest))
  );
}

const proxies = z
  .string()
  .transform(text => (/^\d+$/.test(text) ? Number(text) : listed(text)))
  .refine(value => (typeof value === 'number' ? value > 0 && value <= 10 : value.every(isNetwork)), {
    error:
      'a number of proxies from 1 to 10, or addresses and networks such as 10.0.0.0/8, separated by commas',
  });

/** As a URL is written in full: RDF takes it as it stands. */
const webAddress = z.url({ protocol: /^https?$/ }).transform(url => new URL(url).href);

/** Every setting but the bounds, by the name of its CLI flag in camel case. */
const settings = z.object({
  port: whole(0, 65_535).default(3000),
  host: z.string().min(1).default('127.0.0.1'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  workers: whole(1, 64).optional(),
  cacheMb: whole(0, 16_384).default(64),
  pagesMb: whole(0, 16_384).default(32),
  dataDir: z.string().min(1).default('./var'),
  defaultGraph: z.enum(['union', 'own']).default('union'),
  seed: z.string().min(1).optional(),
  trustedProxies: proxies.optional(),
  publisherName: z.string().trim().min(1).max(200).optional(),
  publisherIri: webAddress.optional(),
  publisherType: z.enum(publisherTypes).optional(),
  publisherEmail: z.email().max(254).optional(),
  publisherPage: webAddress.optional(),
  publisherLicence: z.enum(licenceCodes).optional(),
  // Read by `isSupervised` before anything else is loaded; here it is only checked.
  supervise: z.enum(['yes', 'no']).optional(),
});

/** The bounds, each a whole number in its range. */
const bounds = Object.fromEntries(
  Object.entries<Limit>(limits).map(([name, { range, standard }]) => [
    name,
    whole(...range).default(standard),
  ]),
) as Record<LimitName, z.ZodDefault<ReturnType<typeof whole>>>;

const everything = settings.extend(bounds);

export type SettingName = keyof typeof settings.shape | LimitName;

/** Name of each setting and what it means, for the command's help and the README. */
export const settingNotes: Readonly<Record<SettingName, string>> = {
  port: 'TCP port to listen on; 0 takes any free one',
  host: 'address to listen on',
  baseUrl: 'public base IRI of the instance; default http://localhost:{port}',
  workers: "threads for outsiders' queries; default: cores − 1, at least 2",
  cacheMb: 'megabytes of answers to queries that are kept until the data change; 0 keeps none',
  pagesMb: 'megabytes of pages, lists and documents that are kept until the data change; 0 keeps none',
  dataDir: 'folder for what the instance keeps on disk; "none" keeps nothing',
  defaultGraph: 'what a query without FROM sees: "union" of all graphs, or "own", the unnamed graph only',
  seed: 'folders or RDF files to fill the store from, separated by commas; "none" for an empty store; default: the data and ontology shipped',
  trustedProxies:
    'proxies whose X-Forwarded-For is believed: how many stand in front, or their addresses and networks, separated by commas; none by default',
  publisherName: "name of who keeps the register, for the catalogue; default: L'équipe de Communaux",
  publisherIri: 'IRI of who keeps the register; default {base}/catalog#publisher',
  publisherType: `type of who keeps the register, as portals know it: one of ${publisherTypes.join(', ')}`,
  publisherEmail: 'address that portals and readers may write to; none by default',
  publisherPage: 'page of who keeps the register; default: the home and about pages of the instance',
  publisherLicence: `licence of the data in the catalogue and on pages, by its code in the table of the European Union: one of ${licenceCodes.join(', ')}; default: ${standardLicence}`,
  supervise:
    'whether a process of its own keeps the server running: "yes" by default; "no" where something else does',
  ...limitNotes(),
};

/** What each bound means, and its default. */
function limitNotes(): Record<LimitName, string> {
  const notes = limitNames.map(name => [name, `${limits[name].note}; default ${limits[name].standard}`]);
  return Object.fromEntries(notes) as Record<LimitName, string>;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly workers?: number;
  readonly cacheMb: number;
  readonly pagesMb: number;
  /** Absent: nothing is kept on disk. */
  readonly dataDir?: string;
  readonly defaultGraph: 'union' | 'own';
  /** Absent: what is shipped. Empty: an empty store. */
  readonly seed?: readonly string[];
  /** How many proxies stand in front, or which addresses and networks they have. Absent: none. */
  readonly trustedProxies?: number | readonly string[];
  /** Who keeps the register, as far as it is told. */
  readonly publisher: Publisher;
  readonly limits: Limits;
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
    Object.keys(everything.shape).map(name => [
      name,
      flags[name] ?? (environment[environmentName(name)] || undefined),
    ]),
  );
  const parsed = everything.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path: [name], message }) => {
      const setting = String(name);
      return `${environmentName(setting)} (${flagName(setting)}): ${message}`;
    });
    throw new Problem('bad-request', `Faulty settings. ${faults.join('; ')}.`);
  }
  const { baseUrl, workers, dataDir, seed, trustedProxies } = parsed.data;
  const { port, host, cacheMb, pagesMb, defaultGraph } = parsed.data;
  return {
    port,
    host,
    cacheMb,
    pagesMb,
    defaultGraph,
    limits: Object.fromEntries(limitNames.map(name => [name, parsed.data[name]])) as Limits,
    baseUrl: baseUrl ?? `http://localhost:${port}`,
    ...(workers === undefined ? {} : { workers }),
    ...(dataDir === 'none' ? {} : { dataDir }),
    ...(seed === undefined ? {} : { seed: seed === 'none' ? [] : listed(seed) }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    publisher: publisherOf(parsed.data),
  };
}

function publisherOf(data: z.infer<typeof everything>): Publisher {
  const { publisherName: name, publisherIri: iri, publisherType: type } = data;
  const { publisherEmail: email, publisherPage: page, publisherLicence: licence } = data;
  return {
    ...(name === undefined ? {} : { name }),
    ...(iri === undefined ? {} : { iri }),
    ...(type === undefined ? {} : { type }),
    ...(email === undefined ? {} : { email }),
    ...(page === undefined ? {} : { page }),
    ...(licence === undefined ? {} : { licence }),
  };
}

function listed(text: string): string[] {
  return text.split(',').map(item => item.trim());
}

/** Names in the environment that look like settings and are none: a misspelt one should not pass in silence. */
export function unknownSettings(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set(Object.keys(everything.shape).map(environmentName));
  return Object.keys(environment).filter(name => name.startsWith('COMMUNAUX_') && !known.has(name));
}
