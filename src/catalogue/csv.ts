import { stringify } from 'csv-stringify/sync';

/**
 * A table as CSV (RFC 4180), with a byte order mark: without it, spreadsheets read UTF-8 as the local 8-bit charset
 * and accents break. A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV
 * Injection).
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string {
  return stringify([...rows], {
    bom: true,
    delimiter,
    escape_formulas: true,
    record_delimiter: 'windows',
    // The library quotes its own delimiter only; a line break of any sort must be quoted (RFC 4180 section 2.6).
    quoted_match: /[\r\n]/,
  });
}
