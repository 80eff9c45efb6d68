import type { Format, FormatName } from '../types.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every format, in the order in which their contents are asked; plain text takes what nobody else does. */
export const FORMATS: readonly Format[] = [jsonl, json, markdown, text];

export function formatNamed(name: FormatName): Format | undefined {
  return FORMATS.find(format => format.name === name);
}
