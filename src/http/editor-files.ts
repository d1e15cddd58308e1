import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that the SPARQL editor loads. Its path names its version, so that it never changes under its name. */
export interface EditorFile {
  /** Below the base IRI. */
  readonly path: string;
  readonly mediaType: 'text/javascript' | 'text/css';
  readonly body: Buffer;
}

const own = [
  'editor.js',
  'completion.js',
  'page.js',
  'results.js',
  'share.js',
  'terms.js',
  'editor.css',
] as const;
/** Yasgui as its makers built it, which the build puts beside our own: it is no package of a running server. */
const yasguiFiles = ['yasgui.min.js', 'yasgui.min.css'] as const;

/** A fixed list, read once: no path leads elsewhere, and source maps are not served. */
const islands = own.map(read);
const yasgui = yasguiFiles.map(read);
const ownFolder = `assets/editor-${digestOf(islands)}`;
const yasguiFolder = `assets/yasgui-${digestOf(yasgui)}`;

export const editorFiles: readonly EditorFile[] = [
  ...islands.map(file => toEditorFile(ownFolder, file)),
  ...yasgui.map(file => toEditorFile(yasguiFolder, file)),
];

/** Where a page finds what it loads, below the base IRI. */
export const editorPaths = {
  script: `${ownFolder}/editor.js`,
  style: `${ownFolder}/editor.css`,
  yasgui: `${yasguiFolder}/yasgui.min.js`,
  yasguiStyle: `${yasguiFolder}/yasgui.min.css`,
  terms: 'sparql/terms',
} as const;

interface Read {
  readonly name: string;
  readonly text: string;
}

function read(name: string): Read {
  const text = readFileSync(new URL(`../pages/islands/${name}`, import.meta.url), 'utf8');
  return { name, text: text.replace(/\n\/[/*]# sourceMappingURL=.*\s*$/, '\n') };
}

function digestOf(files: readonly Read[]): string {
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text);
  return hash.digest('hex').slice(0, 12);
}

function toEditorFile(folder: string, { name, text }: Read): EditorFile {
  return {
    path: `${folder}/${name}`,
    mediaType: name.endsWith('.css') ? 'text/css' : 'text/javascript',
    body: Buffer.from(text),
  };
}
