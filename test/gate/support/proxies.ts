import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectPath } from '../../../src/project.js';
import { freePort } from '../../bench/serving.js';
import { exchange } from './exchange.js';
import { gateFolder } from './gate-folder.js';
import { end, hasEnded, tracked } from './started.js';

/** A proxy as operators install it, and how it is started here without what the machine has of it. */
export interface ProxyKind {
  readonly name: 'nginx' | 'caddy';
  /** The package of Debian. */
  readonly package: string;
  /** The name of its configuration. */
  readonly file: string;
  /** What an operator wrote. */
  readonly configuration: () => string;
  /** The configuration of an operator, as it is here: other ports, no names, no certificates. */
  readonly adapted: (text: string, ports: Ports) => string;
  readonly args: (folder: string) => string[];
}

interface Ports {
  readonly proxy: number;
  readonly server: number;
}

export const nginx: ProxyKind = {
  name: 'nginx',
  package: 'nginx-light',
  file: 'nginx.conf',
  configuration: () => fromSecurity('nginx'),
  adapted: (text, ports) => {
    const site = text
      .replace(/^\s*(listen|server_name|ssl_\w+|http2)\s[^;]*;\s*$/gm, '')
      .replace(/server\s*\{/, `server {\n  listen 127.0.0.1:${String(ports.proxy)};`);
    const own = ['daemon off;', 'pid nginx.pid;', 'error_log error.log;'];
    const runsAsRoot = process.getuid?.() === 0;
    // Its workers write what they buffer into the folder of whoever runs the test.
    return `${[...(runsAsRoot ? ['user root;'] : []), ...own].join('\n')}
worker_processes 1;
events { worker_connections 1024; }
http {
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `  ${kind}_temp_path ${kind};`).join('\n')}
${toServer(site, ports)}
}
`;
  },
  args: folder => ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
};

/** nginx told the least that it works with. */
export const plainNginx: ProxyKind = {
  ...nginx,
  configuration: () => readFileSync(projectPath('test', 'gate', 'plain-nginx.conf'), 'utf8'),
};

export const caddy: ProxyKind = {
  name: 'caddy',
  package: 'caddy',
  file: 'Caddyfile',
  configuration: () => fromSecurity('caddyfile'),
  adapted: (text, ports) => {
    const site = text.replace(/^[^\s#{].*\{\s*$/m, `http://127.0.0.1:${String(ports.proxy)} {`);
    return `{\n  admin off\n  auto_https off\n  default_bind 127.0.0.1\n}\n${toServer(site, ports)}`;
  },
  args: folder => ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
};

function toServer(text: string, { server }: Ports): string {
  return text.replace(/(127\.0\.0\.1|localhost):3000\b/g, `127.0.0.1:${String(server)}`);
}

/** A proxy in front of a server, in the foreground, with a folder and a port of its own. */
export class Proxy {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** @throws Error when it cannot be installed, or does not take its configuration */
  static async start(kind: ProxyKind, server: number): Promise<Proxy> {
    execFileSync(projectPath('test', 'gate', 'install-proxy.sh'), [kind.package, kind.name], {
      stdio: ['ignore', 2, 2],
    });
    const folder = gateFolder();
    const port = await freePort();
    writeFileSync(join(folder, kind.file), kind.adapted(kind.configuration(), { proxy: port, server }));
    const logFile = join(folder, 'log');
    const log = openSync(logFile, 'a');
    const env = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`, HOME: folder };
    const child = spawn(kind.name, kind.args(folder), {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: folder,
      env,
    });
    closeSync(log);
    tracked(child);
    const proxy = new Proxy(child, port);
    if (!(await proxy.#answers()))
      throw new Error(`${kind.name} does not start. ${readFileSync(logFile, 'utf8').slice(-2_000)}`);
    return proxy;
  }

  async stop(): Promise<void> {
    await end(this.child, 5_000);
  }

  async #answers(): Promise<boolean> {
    for (let waited = 0; waited < 10_000 && !hasEnded(this.child); waited += 100) {
      if ((await exchange({ path: '/health' }, { port: this.port })).status === 200) return true;
      await setTimeout(100);
    }
    return false;
  }
}

/** What SECURITY.md tells operators to write: its first block in the language. */
function fromSecurity(language: string): string {
  const text = readFileSync(projectPath('SECURITY.md'), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(text)?.[1];
  if (block === undefined) throw new Error(`SECURITY.md has no configuration in ${language}.`);
  return block;
}
