import { fold } from '../../language/arabic/normalize.js';
import type { Entity } from '../../model.js';
import type { Item, Work } from './work.js';

/**
 * Makes one entity of an unknown name and the longer one that begins with it: "الأمير بندر بن عبدالله" and "بندر بن
 * عبدالله بن سعد", "حزب العمال" and "حزب العمال الكردستاني". Where two longer names begin so, it stays its own.
 */
export function joinSameNames(work: Work): void {
  for (const kind of ['leader', 'organization'] as const) {
    const items = work.items.filter(
      item => item.kind === kind && item.entity && !item.dropped && isNamed(item),
    );
    const unknown = items.filter(({ entity }) => entity?.known === false);
    if (unknown.length === 0 || items.length < 2) continue;
    const words = new Map(items.map(item => [item, wordsOf(work, item)]));
    const joined = new Map<string, Entity>();
    for (const item of unknown) {
      const own = words.get(item) ?? [];
      if (own.length < (kind === 'leader' ? 1 : 2)) continue;
      const longer = new Map<string, Entity>();
      for (const other of items) {
        const theirs = words.get(other) ?? [];
        if (!other.entity || theirs.length <= own.length) continue;
        if (own.every((word, index) => word === theirs[index]) && !startsPart(theirs[own.length] ?? ''))
          longer.set(other.entity.id, other.entity);
      }
      const [only] = longer.values();
      if (only && longer.size === 1 && item.entity && only.id !== item.entity.id)
        joined.set(item.entity.id, only);
    }
    if (joined.size === 0) continue;
    for (const item of work.items) {
      const entity = item.entity && item.kind === kind ? joined.get(item.entity.id) : undefined;
      if (entity) item.entity = entity;
    }
    for (const item of work.items) {
      const of = item.of && joined.get(item.of.id);
      if (of) item.of = of;
    }
  }
}

const isNamed = ({ mention }: Item) => mention === 'name' || mention === 'alias';

/** "حزب العمال" and "حزب العمال في البلدة", "مجلس الأعمال" and "مجلس الأعمال لشرق المدينة" are not told apart so. */
const startsPart = (word: string) => /^(في|من|ل.{2,}|ب.{3,}|و.{2,})$/.test(word);

function wordsOf(work: Work, { first, last, start }: Item): readonly string[] {
  const { tokens, text } = work.document;
  const words: string[] = [];
  for (let index = first; index < last; index++) {
    const token = tokens[index];
    if (!token || token.form.kind === 'punctuation') continue;
    // Without what stands before the name.
    words.push(index === first && start > token.start ? fold(text.slice(start, token.end)) : token.form.fold);
  }
  return words;
}
