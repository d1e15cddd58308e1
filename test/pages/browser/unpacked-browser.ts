import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { projectPath } from '../../../src/project.js';

/** The browser's program, and the variables with which it takes the libraries and fonts that came with it. */
export interface UnpackedBrowser {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

const packageFolder = join(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '..',
  '..',
);

/** Libraries of the system (in `lib`), fonts, and what draws: that one is looked for beside the program. */
const archives = ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];

/** The package's own settings name folders of the cloud service that it is made for. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The browser, unpacked once for each version among what is built. The package would unpack it into the machine's
 * temporary folder, without the libraries; it would stay there, and other runs would find half of it meanwhile.
 */
export async function unpackedBrowser(): Promise<UnpackedBrowser> {
  const folder = projectPath('build', 'browser', await packageVersion());
  if (!existsSync(folder)) await unpack(folder);
  return {
    program: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function packageVersion(): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** The folder is there as a whole or not at all, even when two runs unpack at once. */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const parts = await mkdtemp(`${folder}-`);
  try {
    await Promise.all([inflate('chromium.br', parts), ...archives.map(name => unpackArchive(name, parts))]);
    await chmod(join(parts, 'chromium'), 0o755);
    await writeFile(join(parts, 'fonts.conf'), fontSettings);
    await rename(parts, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(parts, { recursive: true, force: true });
  }
}

async function unpackArchive(name: string, folder: string): Promise<void> {
  const archive = await inflate(name, folder);
  await run('tar', ['--extract', '--no-same-owner', '--file', archive, '--directory', folder]);
  await rm(archive);
}

/** Writes a file of the package, inflated, to the folder. */
async function inflate(name: string, folder: string): Promise<string> {
  const inflated = join(folder, basename(name, '.br'));
  const packed = createReadStream(join(packageFolder, 'bin', name));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(inflated));
  return inflated;
}
