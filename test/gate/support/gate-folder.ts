import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made: string | undefined;
let folders = 0;

/** A new folder for what one server or proxy writes. All go when this process ends. */
export function gateFolder(): string {
  made ??= makeRoot();
  folders += 1;
  return mkdtempSync(join(made, `${String(folders)}-`));
}

function makeRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'communaux-gate-'));
  process.once('exit', () => {
    rmSync(root, { recursive: true, force: true });
  });
  return root;
}
