import { Option, type Command } from 'commander';
import { environmentName, flagName, settingNotes, type SettingName } from '../config.js';

/** Adds one flag a setting, of the same name as its environment variable. */
export function withSettings(command: Command): Command {
  for (const [name, note] of Object.entries(settingNotes) as [SettingName, string][])
    command.addOption(new Option(`${flagName(name)} <value>`, `${note} [${environmentName(name)}]`));
  return command;
}
