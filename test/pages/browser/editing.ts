import type { BrowserContextOptions, Page } from 'playwright-core';
import { sharedServer, type Server } from '../../support/server.js';

export const french: BrowserContextOptions = { locale: 'fr-FR', viewport: { width: 1280, height: 900 } };
export const three = 'SELECT ?n ("é" AS ?e) { VALUES ?n { 1 2 3 } }';

/** The address of the page that shows a query. */
export function showing(query: string): string {
  return `/sparql?${new URLSearchParams({ edit: '1', query }).toString()}`;
}

/** Opens the page, and waits until the editor has taken the form's place and knows its terms. */
export async function openEditor(page: Page, path: string): Promise<void> {
  const terms = page.waitForResponse(response => response.url().includes('/sparql/terms'));
  await page.goto(path);
  await page.locator('form[data-ready]').waitFor();
  await terms;
}

export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const editor = document.querySelector('.yasqe .CodeMirror') as unknown as {
      CodeMirror: { getValue(): string };
    };
    return editor.CodeMirror.getValue();
  });
}

/** Puts the cursor at the end of the text. */
export async function enter(page: Page): Promise<void> {
  await page.locator('.yasqe .CodeMirror-lines').click();
  await page.keyboard.press('Control+End');
}

export async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Exécuter la requête|Run the query)$/ }).click();
  await page.locator('.yasr_results > *').first().waitFor();
}

export function statusOf(page: Page): Promise<string> {
  return page.getByRole('status').first().innerText();
}

/** The server, once its workers have answered: the first answer of a new worker is slow. */
export async function warmServer(): Promise<Server> {
  const server = await sharedServer();
  await server.ask(`/sparql?${new URLSearchParams({ query: three }).toString()}`);
  await server.ask('/sparql/terms');
  return server;
}
