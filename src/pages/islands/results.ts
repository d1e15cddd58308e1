import { element, type EditorPage } from './page.js';
import type { TermSource } from './terms.js';
import type { Yasr, YasrClass } from './yasgui.js';

/** A refusal as the endpoint tells it (RFC 9457). */
interface Refusal {
  readonly detail?: string;
}

/** Shows answers below the form: how many rows, files to take away, Yasr's table and raw view. */
export class Results {
  readonly #section: HTMLElement;
  readonly #downloads = element('p', { class: 'formats' });
  readonly #yasr: Yasr;
  #isNew = false;

  constructor(
    yasrClass: YasrClass,
    terms: TermSource,
    private readonly page: EditorPage,
  ) {
    const { say } = page;
    const place = element('div', { class: 'answer' });
    this.#section = element(
      'section',
      { class: 'results', 'aria-labelledby': '_result', hidden: '' },
      element('h2', { id: '_result' }, say('editorResult')),
      this.#downloads,
      place,
    );
    page.form.parentElement?.after(this.#section);
    yasrClass.plugins.table.defaults.tableConfig.language = tableWords(say);
    this.#yasr = new yasrClass(place, {
      // Neither answers nor settings are kept in the browser.
      persistenceId: null,
      prefixes: () => terms.loaded.prefixes,
      // Values first: languages and datatypes show when the box « simple view » is unticked.
      plugins: { table: { dynamicConfig: { compact: true } } },
      errorRenderers: [(error: { text: string }) => Promise.resolve(this.#refusal(error.text))],
    });
    this.#yasr.on('drawn', () => {
      // Yasr marks its buttons right after it has told that it has drawn.
      queueMicrotask(() => {
        this.#mend();
        this.#bringUp();
      });
    });
  }

  show(
    response: unknown,
    duration: number,
    query: { readonly text: string; readonly isGraph: boolean },
  ): void {
    const { say, status } = this.page;
    if (response instanceof DOMException && response.name === 'AbortError') {
      status.textContent = say('editorStopped');
      return;
    }
    this.#section.hidden = false;
    this.#isNew = true;
    this.#yasr.setResponse(response, duration);
    const failed = this.#yasr.results?.hasError() ?? true;
    const rows = this.#yasr.results?.getBindings()?.length;
    const seconds = (duration / 1000).toLocaleString(this.page.lang, { maximumFractionDigits: 2 });
    const done = rows === undefined ? say('editorDone', { seconds }) : this.#counted(rows, seconds);
    status.textContent = failed ? say('editorFailed') : done;
    this.#downloads.replaceChildren(...(failed ? [] : this.#files(query)));
  }

  /** A new answer that begins low in the window, or below it, comes up. */
  #bringUp(): void {
    if (this.#isNew && this.#section.getBoundingClientRect().top > innerHeight / 2)
      this.#section.scrollIntoView();
    this.#isNew = false;
  }

  #counted(rows: number, seconds: string): string {
    return this.page.say('editorRows', { n: rows.toLocaleString(this.page.lang), seconds });
  }

  /** Links to the endpoint itself, in the formats that the form offers for this sort of query. */
  #files({ text, isGraph }: { text: string; isGraph: boolean }): (Node | string)[] {
    const { form, say } = this.page;
    const options = form.querySelectorAll<HTMLOptionElement>(
      `optgroup[data-family="${isGraph ? 'graph' : 'solutions'}"] option`,
    );
    const links = [...options].map(({ value, text: name }) => {
      const url = new URL(form.action);
      url.search = new URLSearchParams({ query: text, format: value }).toString();
      return element('a', { href: url.href, download: '' }, name);
    });
    return [say('editorDownload'), ...links];
  }

  #refusal(text: string): HTMLElement {
    const { say } = this.page;
    const refusal = parse(text);
    const detail =
      refusal?.detail === undefined
        ? element('p', {}, say('editorUnreachable'))
        : element('p', { lang: 'en' }, refusal.detail);
    return element('div', {}, element('p', {}, element('strong', {}, say('editorFailed'))), detail);
  }

  /** Gives names to what Yasr leaves without, and says in the reader's language what it says in English. */
  #mend(): void {
    const { say } = this.page;
    const root = this.#yasr.rootEl;
    const each = (selector: string, change: (found: HTMLElement) => void) => {
      root.querySelectorAll<HTMLElement>(selector).forEach(change);
    };
    const rename = (selector: string, key: string) => {
      each(selector, found => (found.textContent = say(key)));
    };
    const label = (selector: string, key: string) => {
      each(selector, found => {
        found.setAttribute('aria-label', say(key));
      });
    };
    rename('.select_table > span', 'editorTable');
    rename('.select_response > span', 'editorRaw');
    root.querySelectorAll<HTMLButtonElement>('.yasr_btnGroup button').forEach(button => {
      button.removeAttribute('aria-label');
      button.removeAttribute('title');
      button.setAttribute('aria-pressed', String(button.classList.contains('selected')));
      button.disabled = button.classList.contains('disabled');
    });
    rename('.tableControls > div:nth-child(1) .label', 'editorCompact');
    rename('.tableControls > div:nth-child(2) .label', 'editorEllipse');
    rename('.pageSizerLabel', 'editorPageSize');
    rename('.tableSizer option[value="-1"]', 'editorAll');
    label('.tableSizer', 'editorPageSize');
    label('.tableFilter', 'editorFilter');
    each('.tableFilter', field => {
      field.setAttribute('placeholder', say('editorFilter'));
    });
    each('.overlay_btn:first-child', button => {
      button.removeAttribute('title');
      button.textContent = say('editorShowAll');
    });
    each('.overlay_btn + .overlay_btn', button => {
      button.remove();
    });
    label('.CodeMirror textarea', 'editorRawLabel');
    each('.booleanResult > span', answer => {
      answer.textContent = say(answer.textContent === 'True' ? 'editorTrue' : 'editorFalse');
    });
    each('th:first-child .dt-column-title:empty', heading => {
      heading.append(element('span', { class: 'unseen' }, say('editorRowNumber')));
    });
  }
}

function parse(text: string): Refusal | undefined {
  try {
    return JSON.parse(text) as Refusal;
  } catch {
    return undefined;
  }
}

/** DataTables' own texts; it reads `_START_` and the like. */
function tableWords(say: EditorPage['say']): Readonly<Record<string, unknown>> {
  return {
    info: say('editorShown'),
    infoEmpty: say('editorShownNone'),
    infoFiltered: say('editorFiltered'),
    zeroRecords: say('editorShownNone'),
    emptyTable: say('editorShownNone'),
    paginate: { first: '«', previous: '‹', next: '›', last: '»' },
    aria: {
      paginate: {
        first: say('editorFirst'),
        previous: say('editorPrevious'),
        next: say('editorNext'),
        last: say('editorLast'),
      },
      orderable: say('editorSortAscending'),
      orderableReverse: say('editorSortDescending'),
      orderableRemove: say('editorSortNone'),
    },
  };
}
