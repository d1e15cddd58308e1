/// <reference lib="dom" />
import { registerCompleters } from './completion.js';
import { element, readPage, type EditorPage } from './page.js';
import { Results } from './results.js';
import { addressOf, queryInFragment, shareButton } from './share.js';
import { TermSource } from './terms.js';
import type { YasguiBundle, Yasqe } from './yasgui.js';

/**
 * Puts Yasgui's editor and viewer in the place of the SPARQL page's form, which works without them. Queries go to
 * the form's own address and nowhere else. The browser keeps nothing, but for the widths of columns until the tab is
 * closed.
 */
async function start(page: EditorPage): Promise<void> {
  const [yasgui] = await Promise.all([loadYasgui(page), loadStyle(page)]);
  const terms = new TermSource(page.files.terms);
  registerCompleters(yasgui.Yasqe, terms);
  const place = element('div', { class: 'editor' });
  page.textarea.before(place);
  const yasqe = new yasgui.Yasqe(place, {
    value: queryInFragment() ?? page.textarea.value,
    screenReaderLabel: page.say('editorLabel'),
    // Tab leaves the editor, as it does every field: no keyboard trap (WCAG 2.1.2).
    extraKeys: { Tab: false, 'Shift-Tab': false },
    requestConfig: { endpoint: page.form.action, method: 'POST', acceptHeaderGraph: 'text/turtle' },
    persistenceId: null,
    // Yasqe's own share links can name another endpoint; ours hold a query only.
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    // As high as its text: what scrolls inside the page is out of the keyboard's reach.
    editorHeight: 'auto',
    viewportMargin: Infinity,
  });
  hidePlainFields(page);
  describe(yasqe, place, page);
  connect(yasqe, new Results(yasgui.Yasr, terms, page), page);
  page.form.dataset['ready'] = '';
}

async function loadYasgui({ files }: EditorPage): Promise<YasguiBundle> {
  await import(files.yasgui);
  return (globalThis as unknown as { Yasgui: YasguiBundle }).Yasgui;
}

/** Before the page's own style, which goes over it. */
function loadStyle({ files }: EditorPage): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = element('link', { rel: 'stylesheet', href: files.yasguiStyle });
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', reject);
    document.head.prepend(link);
  });
}

/** The answer shows which formats there are, so that the choice before it is not needed. */
function hidePlainFields({ form }: EditorPage): void {
  form.querySelectorAll<HTMLElement>('[data-plain]').forEach(field => (field.hidden = true));
  form.querySelectorAll<HTMLTextAreaElement>('textarea[data-plain]').forEach(field => {
    field.required = false;
  });
}

function describe(yasqe: Yasqe, place: HTMLElement, { say }: EditorPage): void {
  const help = element('p', { id: '_editor-help', class: 'note' }, say('editorHelp'));
  place.after(help);
  yasqe.getInputField().setAttribute('aria-describedby', help.id);
  yasqe.on('autocompletionShown', (_yasqe, { hints }) => {
    hints.setAttribute('aria-label', say('editorSuggestions'));
  });
  const notify = yasqe.showNotification;
  yasqe.showNotification = key => {
    notify(key, say('editorComplete'));
  };
}

/** Joins the editor with what stands around it: the button, the examples, the address, the results. */
function connect(yasqe: Yasqe, results: Results, page: EditorPage): void {
  const { form, status, examples, say } = page;
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  button?.after(shareButton(() => yasqe.getValue(), page));
  let running = false;
  const turn = (on: boolean) => {
    running = on;
    if (button) button.textContent = say(on ? 'editorStop' : 'editorRun');
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (running) yasqe.abortQuery();
    // What goes wrong is told by the answer.
    else yasqe.query().catch(() => undefined);
  });
  yasqe.on('query', () => {
    turn(true);
    status.textContent = say('editorRunning');
    history.replaceState(null, '', addressOf(yasqe.getValue()));
  });
  yasqe.on('queryAbort', () => {
    turn(false);
  });
  yasqe.on('queryResponse', (_yasqe, response, duration) => {
    turn(false);
    const isGraph = ['CONSTRUCT', 'DESCRIBE'].includes(yasqe.getQueryType() ?? '');
    results.show(response, duration, { text: yasqe.getValue(), isGraph });
  });
  examples?.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const query = link && new URL(link.href).searchParams.get('query');
    // A new tab or window shows the example in a page of its own.
    if (query === null || query === '' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    yasqe.setValue(query);
    yasqe.focus();
    status.textContent = say('editorLoaded');
  });
  addEventListener('hashchange', () => {
    const query = queryInFragment();
    if (query !== undefined) yasqe.setValue(query);
  });
}

const page = readPage();
if (page) await start(page);
