import axe, { type AxeResults } from 'axe-core';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Server } from '../../support/server.js';
import { unpackedBrowser } from './unpacked-browser.js';

let launched: Promise<Browser> | undefined;

/** One browser for all tests. It is closed when they are done; a test fails when it cannot start. */
function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const { program, env } = await unpackedBrowser();
  return chromium.launch({
    executablePath: program,
    env: { ...process.env, ...env },
    // In a single process, one page that crashes takes the others with it.
    args: sparticuz.args.filter(argument => argument !== '--single-process'),
  });
}

after(async () => {
  await (await launched)?.close();
});

/** A tab of its own, closed once `use` is done. */
export async function inTab<T>(
  { origin }: Server,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await (await browser()).newContext({ baseURL: origin, ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe finds wrong with the page: rule and elements, one a line. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const run = () => (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] });
  const results: AxeResults = await page.evaluate(run);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** How many pixels of the page lie beyond the right edge of the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export interface Visit {
  /** Bytes of all answers, heads and bodies, as they went over the wire. */
  readonly bytes: number;
  readonly origins: ReadonlySet<string>;
  /** What the console told, and requests that failed. */
  readonly complaints: readonly string[];
}

/** Opens a page, and tells what the browser fetched for it and complained of. */
export async function visit(page: Page, path: string): Promise<Visit> {
  const complaints: string[] = [];
  const origins = new Set<string>();
  const sizes: Promise<number>[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('requestfailed', request => complaints.push(`${request.url()} failed`));
  page.on('requestfinished', request => {
    origins.add(new URL(request.url()).origin);
    const size = request
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    sizes.push(size);
  });
  await page.goto(path, { waitUntil: 'load' });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { bytes, origins, complaints };
}
