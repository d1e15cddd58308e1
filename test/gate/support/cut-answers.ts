import { exchange, type Reply } from './exchange.js';
import { finding } from './findings.js';
import { askOverHttp10, looksWhole } from './http10.js';
import type { Finding } from './scenario.js';

/** Queries whose answer is cut at a bound: of rows, of bytes, of time after the first rows. Each has more rows than may be sent. */
const cutQueries = {
  'beyond the most rows': 'SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 200000',
  'beyond the most bytes':
    'SELECT * { ?s ?p ?o . ?s ?q ?r . ?s ?x ?y . ?s ?z ?w . ?s ?k ?l . ?s ?m ?n } LIMIT 200000',
  'beyond the time':
    'SELECT ?s ?a { ?s ?p ?o . ?a ?b ?c FILTER(MD5(CONCAT(STR(?s),STR(?c))) < "002") } LIMIT 200000',
} satisfies Record<string, string>;
const rows = 200_000;
const accept = 'text/csv';

/** An answer that is cut is told from a whole one: the status, or the end of the connection, says so. */
export async function cutFindings(port: number, way: string, only = /./): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, query] of Object.entries(cutQueries)) {
    if (!only.test(name)) continue;
    const path = `/sparql?${new URLSearchParams({ query }).toString()}`;
    const reply = await exchange(
      { path, headers: { accept } },
      { port, address: '127.0.0.5', timeoutMs: 90_000 },
    );
    findings.push(cutFinding(`${way}, ${name}, HTTP/1.1`, endOf(reply), reply));
    const old = await askOverHttp10(port, path, accept);
    const end = looksWhole(old) ? 'looks whole' : old.status === 200 ? 'visibly cut' : 'refused';
    findings.push(cutFinding(`${way}, ${name}, HTTP/1.0`, end, old));
  }
  return findings;
}

function endOf({ status, ending }: Reply): string {
  if (status !== 200) return 'refused';
  return ending === 'whole' ? 'looks whole' : 'visibly cut';
}

function cutFinding(
  line: string,
  end: string,
  { status, lines }: { readonly status: number; readonly lines: number },
): Finding {
  const isShort = end === 'looks whole' && lines <= rows;
  const isAnswered = status > 0;
  const measured = `status ${String(status)}, ${String(lines)} lines, ${end}`;
  return finding(line, isAnswered && !isShort, measured, 'refused, or visibly cut');
}
