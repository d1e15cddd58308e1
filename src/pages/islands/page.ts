/** What the page gives to the editor: its texts, its form, and where the parts of the editor are. */
export interface EditorPage {
  readonly form: HTMLFormElement;
  readonly textarea: HTMLTextAreaElement;
  readonly status: HTMLElement;
  readonly examples: HTMLElement | null;
  readonly lang: string;
  readonly files: Readonly<Record<'yasgui' | 'yasguiStyle' | 'terms', string>>;
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
}

/** Reads the page; undefined when it has no form for queries. */
export function readPage(): EditorPage | undefined {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]');
  const textarea = form?.querySelector('textarea');
  const status = document.querySelector<HTMLElement>('[data-editor-status]');
  if (!form || !textarea || !status) return undefined;
  const { words, files } = JSON.parse(form.dataset['editor'] ?? '{}') as {
    words: Record<string, string>;
    files: EditorPage['files'];
  };
  return {
    form,
    textarea,
    status,
    examples: document.querySelector<HTMLElement>('[data-editor-examples]'),
    lang: document.documentElement.lang,
    files,
    say: (key, values = {}) =>
      (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  };
}

/** An element with attributes and contents; texts are never read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...contents: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...contents);
  return made;
}
