import { fold } from '../../language/arabic/normalize.js';
import { skeleton } from '../../language/arabic/transliterate.js';
import type { Entity } from '../../model.js';
import type { LeaderEntry } from '../../schema/types.js';

/** Looks names up by how they sound, so that spellings which the gazetteer does not list still find their person. */
export interface Skeletons {
  /** The person whose full name sounds so; names between the first and the last may be left out. */
  readonly find: (words: readonly string[]) => Entity | undefined;
}

/** Indexes people by the skeletons of their first and last names. Namesakes are left out. */
export function createSkeletons(
  leaders: readonly LeaderEntry[],
  entities: ReadonlyMap<string, Entity>,
): Skeletons {
  const index = new Map<string, Entity | null>();
  for (const leader of leaders) {
    const entity = entities.get(leader.id);
    if (!entity) continue;
    for (const name of [leader.label.ar, ...leader.aliases.ar]) {
      const words = name.split(/[\s-]+/);
      if (words.length < 2) continue;
      const key = keyOf(words);
      if (!key) continue;
      const known = index.get(key);
      if (known === undefined) index.set(key, entity);
      else if (known !== null && known.id !== entity.id) index.set(key, null);
    }
  }
  return {
    find: words => {
      if (words.length < 2) return undefined;
      const key = keyOf(words);
      const found = key && index.get(key);
      if (!found) return undefined;
      const names = [found.label.ar, ...(found.aliases ?? [])]
        .map(name => name.split(/[\s-]+/))
        .filter(name => name.length > 1);
      // "ماجد بن طارق العباد": with a father in it, the family has to be the same.
      const last = words.includes('بن') && words.at(-2) !== 'بن' ? fold(words.at(-1) ?? '') : undefined;
      return names.some(
        name => isNear(words, name) && (last === undefined || fold(name.at(-1) ?? '') === last),
      )
        ? found
        : undefined;
    },
  };
}

/** "عبد الرؤوف" is one name. */
function joined(words: readonly string[]): readonly string[] {
  const [first, second, ...rest] = words;
  return first === 'عبد' && second !== undefined && rest.length > 0 ? [first + second, ...rest] : words;
}

function keyOf(names: readonly string[]): string | undefined {
  const words = joined(names);
  const first = skeleton(words[0] ?? '');
  const last = skeleton(words[words.length - 1] ?? '');
  return first.length + last.length >= 4 ? `${first} ${last}` : undefined;
}

/** First and last names that differ by a letter or two at most. */
function isNear(a: readonly string[], b: readonly string[]): boolean {
  return [0, -1].every(at => {
    const [x, y] = [fold(joined(a).at(at) ?? ''), fold(joined(b).at(at) ?? '')];
    // "يعقوب" and "يعقوبي" are two families.
    if (at === -1 && (x === `${y}ي` || y === `${x}ي`)) return false;
    return distance(x, y) <= (Math.min(x.length, y.length) > 5 ? 2 : 1);
  });
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
