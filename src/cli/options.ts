import { Option } from 'commander';
import { UserError } from '../errors.js';
import { DEFAULT_LIMITS, type IngestOptions, type Limits } from '../ingest/index.js';
import type { RecordField } from '../ingest/types.js';

/** Options that several commands share. */
export interface InputOptions {
  readonly schema?: string;
  readonly encoding?: string;
  readonly field?: readonly string[];
  readonly limit?: readonly string[];
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

export const limitOption = () =>
  new Option(
    '--limit <name=value...>',
    `what is larger is left out: ${Object.entries(DEFAULT_LIMITS)
      .map(([name, value]) => `${name}=${short(value)}`)
      .join(', ')}`,
  );

export const workersOption = () =>
  new Option('--workers <n>', 'threads that extract (default: as many as there are cores)').argParser(
    (text: string) => {
      const workers = Number(text);
      if (!Number.isInteger(workers) || workers < 1 || workers > 1024)
        throw new UserError(`--workers ${text}: give a whole number from 1 to 1024`, { usage: true });
      return workers;
    },
  );

export const strictOption = () =>
  new Option('--strict', 'end with an error at the first thing that would be left out');

const FIELDS: readonly RecordField[] = ['id', 'title', 'text', 'date', 'source', 'url'];

/** What the options say of the input. */
export function ingestOptions({ encoding, field = [], limit = [] }: InputOptions): IngestOptions {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(field.length > 0 && { fields: fieldsOf(field) }),
    ...(limit.length > 0 && { limits: limitsOf(limit) }),
  };
}

function fieldsOf(pairs: readonly string[]): Partial<Record<RecordField, string>> {
  const fields: Partial<Record<RecordField, string>> = {};
  for (const pair of pairs) {
    const [name = '', path = ''] = pair.split('=', 2);
    const known = FIELDS.find(candidate => candidate === name);
    if (!known || path === '')
      throw new UserError(`--field ${pair}: write NAME=PATH with a name of ${FIELDS.join(', ')}`, {
        usage: true,
      });
    fields[known] = path;
  }
  return fields;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

function limitsOf(pairs: readonly string[]): Partial<Limits> {
  const names = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[];
  const limits: Partial<Record<keyof Limits, number>> = {};
  for (const pair of pairs) {
    const [, name, digits, unit = ''] = /^(\w+)=(\d+)([KMG]?)$/u.exec(pair) ?? [];
    const known = names.find(candidate => candidate === name);
    const value = Number(digits) * (UNITS[unit] ?? 1);
    if (!known || !Number.isSafeInteger(value) || value < 1)
      throw new UserError(
        `--limit ${pair}: write NAME=NUMBER, also with K, M or G behind it, with a name of ${names.join(', ')}`,
        { usage: true },
      );
    limits[known] = value;
  }
  return limits;
}

function short(value: number): string {
  for (const [unit, size] of Object.entries(UNITS).reverse())
    if (value >= size && value % size === 0) return `${value / size}${unit}`;
  return String(value);
}
