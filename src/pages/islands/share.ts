import { element, type EditorPage } from './page.js';

/** Longer addresses are cut or refused on the way; a fragment never leaves the browser. */
const longestAddress = 8_000;

/** The address that shows a query in this editor, in the reader's language. */
export function addressOf(query: string): string {
  const url = new URL(location.pathname, location.href);
  const lang = new URLSearchParams(location.search).get('lang');
  if (lang !== null) url.searchParams.set('lang', lang);
  const plain = url.href;
  url.searchParams.set('edit', '1');
  url.searchParams.set('query', query);
  return url.href.length <= longestAddress
    ? url.href
    : `${plain}#${new URLSearchParams({ query }).toString()}`;
}

/** The query that the address's fragment brings. */
export function queryInFragment(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('query') ?? undefined;
}

/** A button that puts the query's address into the clipboard and shows it, for browsers that have none to write to. */
export function shareButton(query: () => string, { say, status }: EditorPage): HTMLElement {
  const address = element('input', { type: 'text', readonly: '', 'aria-label': say('editorShareLabel') });
  const shown = element('span', { class: 'share', hidden: '' }, address);
  const button = element('button', { type: 'button', class: 'second' }, say('editorShare'));
  button.addEventListener('click', () => {
    address.value = addressOf(query());
    shown.hidden = false;
    address.focus();
    address.select();
    // Absent on pages that came without TLS (Clipboard API section 7.1): the selected address can still be copied.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    clipboard?.writeText(address.value).then(
      () => {
        status.textContent = say('editorShared');
      },
      () => undefined,
    );
  });
  return element('span', { class: 'sharing' }, button, shown);
}
