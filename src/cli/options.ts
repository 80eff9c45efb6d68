import { Option } from 'commander';
import { UserError } from '../errors.js';
import type { IngestOptions } from '../ingest/index.js';
import type { RecordField } from '../ingest/types.js';

/** Options that several commands share. */
export interface InputOptions {
  readonly schema?: string;
  readonly encoding?: string;
  readonly field?: readonly string[];
}

export const schemaOption = () =>
  new Option(
    '--schema <dir>',
    'a folder that extends or replaces parts of the built-in schema and gazetteer',
  );

export const encodingOption = () =>
  new Option('--encoding <name>', 'the encoding of text files, such as windows-1256 (default: recognized)');

export const fieldOption = () =>
  new Option(
    '--field <name=path...>',
    'where records keep a field: --field text=content title=meta.headline',
  );

const FIELDS: readonly RecordField[] = ['id', 'title', 'text', 'date', 'source', 'url'];

/** What the options say of the input. */
export function ingestOptions({ encoding, field = [] }: InputOptions): IngestOptions {
  const fields: Partial<Record<RecordField, string>> = {};
  for (const pair of field) {
    const [name = '', path = ''] = pair.split('=', 2);
    const known = FIELDS.find(candidate => candidate === name);
    if (!known || path === '')
      throw new UserError(`--field ${pair}: write NAME=PATH with a name of ${FIELDS.join(', ')}`, {
        usage: true,
      });
    fields[known] = path;
  }
  return { ...(encoding !== undefined && { encoding }), ...(field.length > 0 && { fields }) };
}
