import assert from 'node:assert/strict';
import type { Server } from '../../support/server.js';
import { inTab } from './browser.js';
import { enter, french, openEditor, run, showing, statusOf, textOf, three, warmServer } from './editing.js';

describe('the SPARQL editor', function () {
  this.timeout(120_000);
  let server: Server;
  before(async () => {
    server = await warmServer();
  });

  it('shows rows as a table, tells how many, and keeps the query in the address', () =>
    inTab(server, french, async page => {
      await openEditor(page, showing(three));
      assert.equal(await textOf(page), three);
      await run(page);
      await page.locator('.yasr tbody tr').nth(2).waitFor();
      assert.equal(await page.locator('.yasr tbody tr').count(), 3);
      assert.match(await statusOf(page), /^Lignes\u00a0: 3 \(en [\d,]+ s\)$/);
      assert.match(await page.locator('.yasr .dt-info').innerText(), /^Lignes 1 à 3 sur 3$/);
      const other = 'ASK { ?s a <https://w3id.org/communaux/pac#Need> }';
      await enter(page);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(other);
      await page.keyboard.press('Control+Enter');
      await page.locator('.booleanResult').waitFor();
      assert.equal(await page.locator('.booleanResult').innerText(), 'Oui');
      await page.reload();
      await page.locator('form[data-ready]').waitFor();
      assert.equal(await textOf(page), other);
    }));

  it('gives the answer as files, in the formats of its family', () =>
    inTab(server, french, async page => {
      const graph = 'CONSTRUCT { ?s a ?c } { ?s a ?c } LIMIT 5';
      for (const [query, formats] of [
        [three, ['JSON', 'XML', 'CSV', 'TSV']],
        [graph, ['Turtle', 'JSON-LD', 'RDF/XML', 'N-Triples']],
      ] as const) {
        await openEditor(page, showing(query));
        await run(page);
        const links = page.locator('.results .formats a');
        assert.deepEqual(await links.allInnerTexts(), formats);
        for (const link of await links.all()) {
          const answer = await page.request.get((await link.getAttribute('href')) ?? '');
          assert.equal(answer.status(), 200);
        }
      }
      assert.equal(await page.locator('.yasr tbody tr').count(), 5);
      await page.locator('.select_response').click();
      assert.match(await page.locator('.yasr .CodeMirror').innerText(), /@prefix/);
    }));

  it('puts an example into the editor, without leaving the page', () =>
    inTab(server, french, async page => {
      await openEditor(page, '/sparql');
      const examples = page.getByRole('navigation', { name: 'Exemples de requêtes' }).getByRole('link');
      assert.ok((await examples.count()) >= 5);
      const last = examples.last();
      const query = new URL((await last.getAttribute('href')) ?? '', server.origin).searchParams.get('query');
      await last.click();
      assert.equal(await textOf(page), query);
      assert.equal(await statusOf(page), "L'exemple est dans l'éditeur.");
      assert.equal(new URL(page.url()).search, '');
    }));

  it('shares a query by its address, long ones in the fragment', () =>
    inTab(server, { ...french, locale: 'en-GB' }, async page => {
      const long = `SELECT * { ?s ?p ?o } # ${'é'.repeat(3_000)}`;
      for (const query of [three, long]) {
        await openEditor(page, '/sparql?lang=en');
        await page.evaluate(text => {
          const editor = document.querySelector('.yasqe .CodeMirror') as unknown as {
            CodeMirror: { setValue(text: string): void };
          };
          editor.CodeMirror.setValue(text);
        }, query);
        await page.getByRole('button', { name: 'Share the query' }).click();
        const address = await page.getByRole('textbox', { name: 'Address of this query' }).inputValue();
        assert.equal(new URL(address).searchParams.get('lang'), 'en');
        assert.equal(new URL(address).hash !== '', query === long);
        await page.goto('about:blank');
        await openEditor(page, address);
        assert.equal(await textOf(page), query);
      }
    }));

  it('does not let an address choose another endpoint', () =>
    inTab(server, french, async page => {
      await openEditor(
        page,
        `/sparql#${new URLSearchParams({ query: three, endpoint: 'https://elsewhere.example/sparql' }).toString()}`,
      );
      const asked = page.waitForRequest(request => request.method() === 'POST');
      await run(page);
      assert.equal(new URL((await asked).url()).origin, server.origin);
      await page.locator('.yasr tbody tr').nth(2).waitFor();
    }));

  it('completes names and words of labels from the register, and declares their prefixes once', () =>
    inTab(server, french, async page => {
      await openEditor(page, showing('SELECT * {\n  ?s a '));
      const hints = page.locator('.CodeMirror-hints .CodeMirror-hint');
      await enter(page);
      await page.keyboard.type('pac:Pub');
      await hints.first().waitFor();
      assert.deepEqual(await hints.allInnerTexts(), ['pac:PublicAction action publique']);
      await page.keyboard.press('Enter');
      await page.keyboard.type(' ; financeur');
      await page.keyboard.press('Control+Space');
      await page.locator('.CodeMirror-hint', { hasText: 'schema:funder' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type(' role:fun');
      await page.locator('.CodeMirror-hint', { hasText: 'role:funder' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelectorAll('.CodeMirror-hints').length === 0);
      const lines = (await textOf(page)).split('\n');
      assert.deepEqual(lines.slice(0, 3).sort(), [
        'PREFIX pac: <https://w3id.org/communaux/pac#>',
        'PREFIX role: <https://w3id.org/communaux/vocabulary/role#>',
        'PREFIX schema: <https://schema.org/>',
      ]);
      assert.equal(lines[4], '  ?s a pac:PublicAction ; schema:funder role:funder');
    }));

  it('tells what is wrong with a query, and where', () =>
    inTab(server, french, async page => {
      await openEditor(page, showing('SELECT * {\n  ?s ?? ?o }'));
      assert.equal(await page.locator('.parseErrorIcon').count(), 1);
      await run(page);
      assert.equal(await statusOf(page), "La requête n'a pas abouti.");
      assert.match(await page.locator('.errorResult').innerText(), /Ligne 2, colonne/);
      assert.equal(await page.locator('.results .formats a').count(), 0);
    }));

  it('stops a query that takes too long for its reader', () =>
    inTab(server, french, async page => {
      const endless =
        'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }';
      await openEditor(page, showing(endless));
      await page.getByRole('button', { name: 'Exécuter la requête' }).click();
      await page.getByRole('button', { name: 'Arrêter la requête' }).click();
      await page.getByRole('button', { name: 'Exécuter la requête' }).waitFor();
      assert.equal(await statusOf(page), 'La requête est arrêtée.');
      // The worker that ran it is replaced: its successor is awaited here.
      const { status } = await server.ask(`/sparql?${new URLSearchParams({ query: three }).toString()}`);
      assert.equal(status, 200);
    }));

  it('shows the query of a list and of a record, and runs it to the same count', () =>
    inTab(server, french, async page => {
      await page.goto('/need?theme=open-data');
      const total = Number.parseInt(await page.locator('.total').innerText(), 10);
      await page.getByRole('link', { name: 'Voir cette liste en SPARQL' }).click();
      await page.locator('form[data-ready]').waitFor();
      await run(page);
      await page.locator('.yasr tbody tr').first().waitFor();
      assert.ok(
        (await statusOf(page)).startsWith(`Lignes\u00a0: ${String(total)} `),
        `${String(total)} records`,
      );
      await page.goto('/commons/openstreetmap');
      await page.getByRole('link', { name: 'Voir cette notice en SPARQL' }).click();
      await page.locator('form[data-ready]').waitFor();
      await run(page);
      await page.locator('.yasr tbody tr').nth(20).waitFor();
    }));
});
