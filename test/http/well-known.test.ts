import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { securityText } from '../../src/http/routes/well-known.js';
import { site } from '../../src/pages/site.js';
import { projectPath } from '../../src/project.js';
import { mediaType } from '../support/http.js';
import { base, sharedServer } from '../support/server.js';

const path = '/.well-known/security.txt';
const fieldsOf = (text: string) =>
  Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map(line => line.split(/: (.*)/).slice(0, 2) as [string, string]),
  );

describe('to whom a weakness is reported (RFC 9116)', () => {
  it('stands at the well-known address, as plain text', async () => {
    const answer = await (await sharedServer()).ask(path);
    assert.equal(answer.status, 200);
    assert.equal(mediaType(answer), 'text/plain');
    assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
    const fields = fieldsOf(answer.text);
    assert.deepEqual(Object.keys(fields), [
      'Contact',
      'Expires',
      'Preferred-Languages',
      'Canonical',
      'Policy',
    ]);
    assert.equal(fields['Canonical'], `${base}${path}`);
    assert.equal(fields['Preferred-Languages'], 'fr, en');
    for (const name of ['Contact', 'Policy']) assert.match(fields[name] ?? '', /^https:\/\//);
  });

  it('leads to the repository that the package names', async () => {
    const text = await readFile(projectPath('package.json'), 'utf8');
    const { repository } = JSON.parse(text) as { repository: { url: string } };
    assert.equal(site.sourceCode, repository.url);
  });

  for (const now of ['2026-11-30T00:00:00Z', '2026-11-30T23:59:59.999Z', '2028-02-29T12:00:00Z'])
    it(`holds on ${now}, and for less than a year`, () => {
      const { Expires = '' } = fieldsOf(securityText(base, new Date(now)));
      assert.match(Expires, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      const days = (Date.parse(Expires) - Date.parse(now)) / 86_400_000;
      assert.ok(days > 30 && days < 365, `${days} days`);
    });
});
