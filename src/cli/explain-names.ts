import type { Recognition } from '../extract/document.js';
import { fullText } from '../model.js';
import { nameKey } from '../query/name-index.js';

/**
 * The id of the entity of an article that is so called: by its id or ISO code, else by a label, an alias or the
 * words of the article, else by a word of a name (a family name) where only one entity has it.
 */
export function findMentioned({ mentions, document }: Recognition, name: string): string | undefined {
  const key = nameKey(name);
  const text = fullText(document.article);
  const names = new Map<string, Set<string>>();
  for (const { entity, start, end, kind } of mentions) {
    if (entity.id === name || entity.iso === name.toUpperCase()) return entity.id;
    const own = names.get(entity.id) ?? new Set();
    names.set(entity.id, own);
    for (const known of [entity.label.ar, entity.label.en, ...(entity.aliases ?? [])])
      own.add(nameKey(known));
    if (kind !== 'pronoun' && kind !== 'nominal') own.add(nameKey(text.slice(start, end)));
  }
  const having = (matches: (known: string) => boolean) =>
    [...names].filter(([, own]) => [...own].some(matches)).map(([id]) => id);
  const [exact] = having(known => known === key);
  if (exact !== undefined) return exact;
  const partial = having(known => ` ${known} `.includes(` ${key} `));
  return partial.length === 1 ? partial[0] : undefined;
}
