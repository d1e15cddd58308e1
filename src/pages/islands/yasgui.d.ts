/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** The parts of @zazuko/yasgui 4 that the editor uses. Its bundle puts them on `globalThis.Yasgui`. */
export interface YasguiBundle {
  readonly Yasqe: YasqeClass;
  readonly Yasr: YasrClass;
}

export interface Token {
  readonly string: string;
  readonly type: string | null;
  readonly autocompletionString?: string;
  readonly state: { readonly possibleCurrent: readonly string[]; readonly lastProperty?: string };
}

export interface Hint {
  readonly text: string;
  readonly displayText?: string;
  readonly from?: object;
  readonly to?: object;
  readonly render?: (element: HTMLElement, list: unknown, hint: Hint) => void;
}

export interface Completer {
  readonly name: string;
  readonly get?: (yasqe: Yasqe, token?: Token) => string[] | Promise<string[]>;
  readonly isValidCompletionPosition?: (yasqe: Yasqe) => boolean;
  readonly postprocessHints?: (yasqe: Yasqe, hints: Hint[]) => Hint[];
  readonly bulk?: boolean;
  readonly autoShow?: boolean;
  readonly persistenceId?: null;
}

/** The query editor, which is also a CodeMirror 5 editor. */
export interface Yasqe {
  getValue(): string;
  setValue(text: string): void;
  focus(): void;
  query(): Promise<unknown>;
  abortQuery(): void;
  getQueryType(): string | undefined;
  getInputField(): HTMLElement;
  getCompleteToken(): Token;
  getPreviousNonWsToken(line: number, token: Token): Token;
  getDoc(): { getCursor(): { readonly line: number; readonly ch: number } };
  showNotification: (key: string, message: string) => void;
  on(event: 'query' | 'queryAbort', listener: () => void): void;
  on(event: 'autocompletionShown', listener: (yasqe: Yasqe, widget: { hints: HTMLElement }) => void): void;
  on(event: 'queryResponse', listener: (yasqe: Yasqe, response: unknown, duration: number) => void): void;
}

export interface YasqeClass {
  new (parent: HTMLElement, config: Readonly<Record<string, unknown>>): Yasqe;
  readonly defaults: { autocompleters: string[] };
  readonly Autocompleters: Record<string, unknown>;
  registerAutocompleter(completer: Completer, enable: boolean): void;
  forkAutocompleter(from: string, completer: Completer, enable: boolean): void;
}

/** The viewer of answers. */
export interface Yasr {
  readonly rootEl: HTMLElement;
  readonly resultsEl: HTMLElement;
  readonly results?: {
    hasError(): boolean;
    getBindings(): readonly unknown[] | null;
  };
  setResponse(response: unknown, duration: number): void;
  on(event: 'drawn', listener: () => void): void;
}

export interface YasrClass {
  new (parent: HTMLElement, config: Readonly<Record<string, unknown>>): Yasr;
  readonly plugins: {
    readonly table: {
      readonly defaults: { readonly tableConfig: { language: Readonly<Record<string, unknown>> } };
    };
  };
}
