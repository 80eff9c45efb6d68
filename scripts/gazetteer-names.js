/**
 * Reads the compact line format in which the gazetteer of organizations, state bodies and bases is written.
 *
 * A file holds one entry a line, its fields parted by `|` and the names in a field by `;`. Empty lines and
 * lines that begin with `#` say nothing. A line `@subtype media` or `@country FR` sets what the lines after
 * it have where they do not say otherwise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} path a file, or a folder whose `.txt` files are read in alphabetical order
 * @returns {{ fields: string[], settings: Record<string, string>, place: string }[]}
 */
export function readEntries(path) {
  const files = path.endsWith('.txt')
    ? [path]
    : readdirSync(path)
        .filter(name => name.endsWith('.txt'))
        .sort()
        .map(name => join(path, name));
  return files.flatMap(readEntriesOfFile);
}

function readEntriesOfFile(file) {
  const settings = {};
  const entries = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    const place = `${file}:${index + 1}`;
    if (line.trim() === '' || line.startsWith('#')) continue;
    const setting = line.match(/^@(\w+)(?:\s+(\S+))?\s*$/);
    if (setting) settings[setting[1]] = setting[2] ?? '';
    else
      entries.push({ fields: line.split('|').map(field => field.trim()), settings: { ...settings }, place });
  }
  return entries;
}

/** The names in a field: the first one is the label, those after a `~` need a cue. */
export function parseNames(field) {
  const all = (field ?? '')
    .split(';')
    .map(name => name.trim())
    .filter(Boolean);
  const short = all.filter(name => name.startsWith('~')).map(name => name.slice(1).trim());
  const [label = '', ...aliases] = all.filter(name => !name.startsWith('~'));
  return { label, aliases: unique(aliases), short: unique(short) };
}

export function unique(values) {
  return [...new Set(values)];
}

/** Throws with the file and line of an entry unless the condition holds. */
export function check(condition, place, problem) {
  if (!condition) throw new Error(`${place}: ${problem}`);
}

/** `court:icj` says its own subtype; else that of the `@subtype` line above holds. */
export function splitName(name, settings) {
  const [subtype, slug] = name.includes(':') ? name.split(':') : [settings.subtype, name];
  return { subtype, slug };
}

/**
 * Wikidata items by id, from `scripts/data/wikidata.txt`.
 * @param {string} path
 * @returns {ReadonlyMap<string, string>}
 */
export function readWikidata(path) {
  const items = new Map();
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [id, item] = line.split('|').map(field => field.trim());
    check(
      /^Q\d+$/.test(item ?? '') && !items.has(id),
      `${path}:${index + 1}`,
      'an id and one item are needed',
    );
    items.set(id, item);
  }
  return items;
}
