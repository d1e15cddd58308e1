import { readFileSync } from 'node:fs';
import { projectPath } from '../../../src/project.js';
import { impossible, query, type HostileRequest } from './hostile-request.js';

const names = ['27-one-query-ends-the-process', '28-one-query-fills-the-heap'];

/** What ended the process when it was found. Reads ../shared, which only the long tests may need. */
export function fieldCases(): HostileRequest[] {
  return names.map(name => {
    const text = readFileSync(projectPath('..', 'shared', 'fieldcases', `${name}.rq`), 'utf8');
    return query(`field case ${name}`, 'the process', text, impossible);
  });
}
