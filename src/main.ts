import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { Problem } from './errors.js';
import { projectPath } from './project.js';
import type { SupervisorLink } from './supervisor/supervisor-link.js';

/** The commands by name, in the order of the help; each with libraries of its own. */
const commands: Readonly<Record<string, (supervisor?: SupervisorLink) => Promise<Command>>> = {
  serve: async supervisor => (await import('./cli/serve.js')).serveCommand(supervisor),
  validate: async () => (await import('./cli/validate.js')).validateCommand(),
  query: async () => (await import('./cli/query.js')).queryCommand(),
  export: async () => (await import('./cli/export.js')).exportCommand(),
};

/**
 * The command `communaux`.
 * @param supervisor of this process, if it has one
 * @returns the exit code: 0, or 1 when something was refused or went wrong
 */
export async function run(argv: readonly string[], supervisor?: SupervisorLink): Promise<number> {
  const program = new Command('communaux')
    .version(version())
    .description('The linked-data register of public action on digital commons')
    // The server does so itself, when it answers already.
    .hook('preAction', async (_program, command) => {
      if (command.name() === 'serve') return;
      const { freezePrototypes } = await import('./freeze.js');
      await freezePrototypes();
    });
  for (const command of await commandsFor(argv[2], supervisor)) program.addCommand(command);
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

/** The command of that name alone, as the libraries of the others take a while; all of them for a help or a mistake. */
function commandsFor(name = '', supervisor?: SupervisorLink): Promise<Command[]> {
  const named = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return Promise.all((named ? [named] : Object.values(commands)).map(load => load(supervisor)));
}

function version(): string {
  const text = readFileSync(projectPath('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
