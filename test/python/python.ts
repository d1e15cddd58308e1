import { execFileSync, spawn } from 'node:child_process';
import { projectPath } from '../../src/project.js';

/** Debian's own Python, whose packages the script installs. */
const python = '/usr/bin/python3';

/** Installs what the scripts need where it is missing. @throws Error when it cannot */
export function installPython(): void {
  execFileSync(projectPath('test', 'python', 'install.sh'), { stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Runs a script of this folder, which reads JSON and writes JSON. */
export function runPython<T>(script: string, input: unknown): Promise<T> {
  const child = spawn(python, [projectPath('test', 'python', script)], {
    env: { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  child.stdin.end(JSON.stringify(input));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve(JSON.parse(stdout) as T);
      else reject(new Error(`${script} ended with ${code}: ${stderr}`));
    });
  });
}
