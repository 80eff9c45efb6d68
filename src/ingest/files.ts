import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, normalize, resolve } from 'node:path';
import picomatch from 'picomatch';
import { compare } from '../order.js';
import { readFileChunks, systemMessage } from './bytes.js';
import type { Limits, SkippedItem, SkipReason, Source } from './types.js';

export interface FoundFiles {
  /** Sorted by path; each file once, by however many paths it was reached. */
  readonly sources: readonly Source[];
  readonly skipped: readonly SkippedItem[];
}

interface Search {
  readonly limits: Limits;
  /** Files by their real path. */
  readonly files: Map<string, string>;
  readonly skipped: SkippedItem[];
  readonly keep: (path: string) => boolean;
}

/**
 * The files that paths name: files, folders with all that is in them (hidden names apart) and patterns
 * such as `news/2024-*.json`. The order of the paths does not matter. Links are followed, once.
 */
export async function findFiles(paths: readonly string[], limits: Limits): Promise<FoundFiles> {
  const files = new Map<string, string>();
  const skipped: SkippedItem[] = [];
  for (const path of [...new Set(paths.map(normalize))].sort()) {
    const before = files.size + skipped.length;
    const search = { limits, files, skipped, keep: () => true };
    if (await exists(path)) {
      await visit(path, [], search);
      const isFolder = (await stat(path).catch(() => undefined))?.isDirectory();
      if (isFolder && files.size + skipped.length === before && !(await holdsKnown(path, files))) {
        skipped.push(skip(path, 'empty', 'is a folder without files'));
      }
      continue;
    }
    const pattern = picomatch.scan(path);
    if (!pattern.isGlob) {
      skipped.push(skip(path, 'missing', 'does not exist'));
      continue;
    }
    const base = pattern.base === '' ? '.' : pattern.base;
    const matches = picomatch(path.replace(/^\.\//u, ''));
    if (await exists(base))
      await visit(base, [], { ...search, keep: file => matches(file.replace(/^\.\//u, '')) });
    if (files.size + skipped.length === before) skipped.push(skip(path, 'missing', 'matches no file'));
  }
  const sources = [...files.values()]
    .sort((a, b) => compare(resolve(a), resolve(b)))
    .map(path => ({ name: path, path, depth: 0, open: () => readFileChunks(path) }));
  return { sources, skipped: skipped.sort((a, b) => compare(a.file, b.file)) };
}

async function visit(path: string, parents: readonly string[], search: Search): Promise<void> {
  let real: string;
  let folder: boolean;
  try {
    real = await realpath(path);
    folder = (await stat(real)).isDirectory();
  } catch (error) {
    const broken = await lstat(path).then(
      status => status.isSymbolicLink(),
      () => false,
    );
    const message = broken
      ? `is a link that leads nowhere (${systemMessage(error)})`
      : `cannot be read: ${systemMessage(error)}`;
    search.skipped.push(skip(path, 'unreadable', message));
    return;
  }
  if (!folder) {
    const known = search.files.get(real);
    if (search.keep(path) && (known === undefined || compare(path, known) < 0)) search.files.set(real, path);
    return;
  }
  if (parents.includes(real)) {
    search.skipped.push(skip(path, 'unsafe', 'is a link to a folder that it lies in'));
    return;
  }
  if (parents.length >= search.limits.folderDepth) {
    search.skipped.push(skip(path, 'too-large', `lies more than ${search.limits.folderDepth} folders deep`));
    return;
  }
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    search.skipped.push(skip(path, 'unreadable', `cannot be read: ${systemMessage(error)}`));
    return;
  }
  for (const name of names.sort(compare)) {
    if (name.startsWith('.') || name === '__MACOSX') continue;
    await visit(join(path, name), [...parents, real], search);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a folder's files were all reached before, through another path. */
async function holdsKnown(folder: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const real = await realpath(folder).catch(() => folder);
  return [...files.keys()].some(file => file.startsWith(join(real, '/')));
}

function skip(file: string, reason: SkipReason, message: string): SkippedItem {
  return { kind: 'skipped', file, reason, message };
}
