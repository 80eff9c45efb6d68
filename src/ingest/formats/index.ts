import type { Format, FormatName } from '../types.js';
import { csv, tsv } from './csv.js';
import { docx } from './docx.js';
import { feed } from './feed.js';
import { gzip } from './gzip.js';
import { html } from './html.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { markdown } from './markdown.js';
import { pdf } from './pdf.js';
import { text } from './text.js';
import { trec } from './trec.js';
import { zip } from './zip.js';

/** Every format, in the order in which their contents are asked; plain text takes what nobody else does. */
export const FORMATS: readonly Format[] = [
  gzip,
  docx,
  zip,
  pdf,
  feed,
  trec,
  html,
  jsonl,
  json,
  csv,
  tsv,
  markdown,
  text,
];

export function formatNamed(name: FormatName): Format | undefined {
  return FORMATS.find(format => format.name === name);
}
