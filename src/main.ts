import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { exportCommand } from './cli/export.js';
import { queryCommand } from './cli/query.js';
import { serveCommand } from './cli/serve.js';
import { validateCommand } from './cli/validate.js';
import { Problem } from './errors.js';
import { freezePrototypes } from './freeze.js';
import { projectPath } from './project.js';

/**
 * The command `communaux`.
 * @returns the exit code: 0, or 1 when something was refused or went wrong
 */
export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('communaux')
    .version(version())
    .description('The linked-data register of public action on digital commons')
    .addCommand(serveCommand())
    .addCommand(validateCommand())
    .addCommand(queryCommand())
    .addCommand(exportCommand())
    // The server does so itself, when it answers already.
    .hook('preAction', async (_program, command) => {
      if (command.name() !== 'serve') await freezePrototypes();
    });
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Whoever reads the results had enough of them, as `head` does.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`communaux: ${error.message}\n`);
    return 1;
  }
}

function version(): string {
  const text = readFileSync(projectPath('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
