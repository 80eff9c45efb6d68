import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { lineAt, lineOfPointer } from './locate.js';

/** An entry of a schema file, as JSON holds it. */
export type Entry = Readonly<Record<string, unknown>>;

/** A data file as it was read: its entries, and its text so that an error can name the line. */
export interface SourceFile {
  /** Where it stands on disk, for messages. */
  readonly path: string;
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** Reads a list of entries. Undefined where the file is absent; a UserError where it is no list of objects. */
export function readEntries(path: string): SourceFile | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const value = parse(path, text);
  if (!Array.isArray(value)) throw new UserError(`${path}:1: this file must hold a list: [ … ].`);
  const file = { path, text, entries: value as Entry[] };
  const wrong = value.findIndex(entry => typeof entry !== 'object' || entry === null || Array.isArray(entry));
  if (wrong >= 0) throw problemAt(file, `/${wrong}`, 'each entry must be an object: { … }.');
  return file;
}

/** An error at a place of a file: "path:line (/pointer): what to mend". */
export function problemAt(
  file: Pick<SourceFile, 'path' | 'text'>,
  pointer: string,
  message: string,
): UserError {
  return new UserError(`${file.path}:${lineOfPointer(file.text, pointer)} (${pointer || '/'}): ${message}`);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UserError(`${path}: cannot be read (${code ?? String(error)}).`, { cause: error });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    const offset = position === undefined ? text.length : Number(position);
    throw new UserError(`${path}:${lineAt(text, offset)}: not well-formed JSON: ${message}.`, {
      cause: error,
    });
  }
}
