import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';
import { checkReferences, type ReferenceProblem } from './check.js';
import * as files from './files.js';
import { overlay } from './merge.js';
import { type Entry, problemAt, readEntries, type SourceFile } from './read.js';
import type { PredicateEntry, Schema } from './types.js';
import { BUILT_IN, validateAgainst } from './validate.js';

export interface LoadOptions {
  /** A folder of the user's with any of the files of `graph-schema/`: it extends and changes the base. */
  readonly directory?: string;
  /** The folder to start from; the built-in `graph-schema/` by default. */
  readonly base?: string;
  /** Whether to validate the base too. By default only where it is not the built-in one, which the tests validate. */
  readonly validateBase?: boolean;
}

/**
 * Loads what a graph can hold: types, gazetteer, predicates. Entries of `directory` whose `id` or `type` exists
 * change the fields they give; the others are added. Throws a UserError that names file, line, JSON pointer and
 * mend, for every problem found.
 */
export function loadSchema(options: LoadOptions = {}): Schema {
  const { directory, base } = options;
  const validateBase = options.validateBase ?? base !== undefined;
  const folders: Folder[] = [{ path: base ?? fileURLToPath(BUILT_IN), validate: validateBase }];
  if (directory !== undefined) folders.push({ path: directory, validate: true });
  for (const folder of folders) if (folder.validate) checkFolder(folder.path);

  const sources: Source[] = [];
  const errors: UserError[] = [];
  const read = <T>(file: files.SchemaFile) => readLayers(folders, file, sources, errors) as readonly T[];
  const languages = new Set(folders.flatMap(({ path }) => languagesIn(path)));
  const schema: Schema = {
    nodeTypes: read(files.NODE_TYPES),
    relationTypes: read(files.RELATION_TYPES),
    gazetteer: {
      countries: read(files.COUNTRIES),
      leaders: read(files.LEADERS),
      organizations: read(files.ORGANIZATIONS),
      bases: read(files.BASES),
      stateBodies: read(files.STATE_BODIES),
      offices: read(files.OFFICES),
      places: read(files.PLACES),
    },
    predicates: Object.fromEntries(
      [...languages].map(language => [language, read<PredicateEntry>(files.predicatesFile(language))]),
    ),
  };
  report(errors);
  if (sources.some(source => source.validate))
    report(checkReferences(schema).flatMap(problem => place(problem, sources)));
  return schema;
}

interface Folder {
  readonly path: string;
  readonly validate: boolean;
}

interface Source {
  readonly file: files.SchemaFile;
  readonly source: SourceFile;
  /** How many entries the folders before it had, for entries without names. */
  readonly offset: number;
  readonly validate: boolean;
}

/** Reads one file of every folder and lays them over one another; adds what does not fit to `errors`. */
function readLayers(
  folders: readonly Folder[],
  file: files.SchemaFile,
  sources: Source[],
  errors: UserError[],
): readonly Entry[] {
  let entries: readonly Entry[] = [];
  for (const folder of folders) {
    const source = readEntries(join(folder.path, file.path));
    if (source === undefined) continue;
    const { merged, touched } = overlay(entries, source.entries, file.key);
    if (folder.validate) {
      const problems = validateAgainst(file.schema, touched);
      errors.push(...repeatedNames(source, file.key));
      errors.push(...problems.map(({ pointer, message }) => problemAt(source, pointer, message)));
    }
    sources.push({ file, source, offset: entries.length, validate: folder.validate });
    entries = merged;
  }
  return entries;
}

function repeatedNames(source: SourceFile, key: string): readonly UserError[] {
  const seen = new Set<unknown>();
  return source.entries.flatMap((entry, index) => {
    const name = entry[key];
    if (name === undefined || !seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [problemAt(source, `/${index}/${key}`, `"${name}" is there twice; join the two entries.`)];
  });
}

/**
 * Says where the entry behind a problem stands: in the last file that gives it. Nothing where that file needs no
 * validation: the tests prove that all the built-in data refers to exists, and a user's files cannot take it away.
 */
function place(problem: ReferenceProblem, sources: readonly Source[]): readonly UserError[] {
  for (const { file, source, offset, validate } of sources.toReversed()) {
    if (file.path !== problem.file) continue;
    const nameless = file.path.startsWith('predicates/');
    const index = nameless
      ? Number(problem.entry) - offset
      : source.entries.findIndex(entry => entry[file.key] === problem.entry);
    if (index < 0) continue;
    return validate ? [problemAt(source, `/${index}${problem.pointer}`, problem.message)] : [];
  }
  return [];
}

const SHOWN = 10;

function report(errors: readonly UserError[]): void {
  if (errors.length === 0) return;
  const shown = errors.slice(0, SHOWN).map(error => error.message);
  const rest = errors.length - shown.length;
  throw new UserError([...shown, ...(rest > 0 ? [`… and ${rest} more.`] : [])].join('\n'));
}

/** A misspelt file name would else be passed over in silence. */
function checkFolder(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new UserError(`${path}: there is no such folder of schema files.`);
  const expected = new Set(files.SCHEMA_FILES.map(file => file.path));
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    // Trained models stand beside the data; what uses them reads them.
    .filter(name => name.endsWith('.json') && !name.endsWith('.schema.json') && !name.startsWith('models/'));
  const names = [...expected, 'predicates/ar.json'].join(', ');
  for (const name of found)
    if (!expected.has(name) && !/^predicates\/[a-z]{2,3}\.json$/.test(name))
      throw new UserError(`${join(path, name)}: not a schema file. A schema folder may hold ${names}.`);
  if (found.length === 0)
    throw new UserError(`${path}: no schema file in this folder. It may hold ${names}.`);
}

function languagesIn(path: string): readonly string[] {
  const folder = join(path, 'predicates');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => name.slice(0, -'.json'.length))
    .sort();
}
