import { fold } from '../../src/language/arabic/normalize.js';
import { type Article, fullText } from '../../src/model.js';

/** Words in a row that two texts must share to share a passage. */
const RUN = 6;
/** Passages in common from which one text repeats the other in part: about two sentences. */
const PASSAGES = 12;
/** The same, as a share of a short text. */
const SHARE = 0.15;

/**
 * Tells articles that repeat passages of held-out ones: to learn from them would make the measured accuracy
 * look better than it is.
 */
export function createOverlapTest(heldOut: Iterable<Article>): (article: Article) => boolean {
  const owners = new Map<string, number[]>();
  let count = 0;
  for (const article of heldOut) {
    for (const passage of passagesOf(article)) {
      const list = owners.get(passage);
      if (list) list.push(count);
      else owners.set(passage, [count]);
    }
    count++;
  }
  return article => {
    const passages = passagesOf(article);
    const shared = new Map<number, number>();
    for (const passage of passages)
      for (const owner of owners.get(passage) ?? []) shared.set(owner, (shared.get(owner) ?? 0) + 1);
    const most = Math.max(0, ...shared.values());
    return most >= PASSAGES || most > SHARE * passages.size;
  };
}

function passagesOf(article: Article): Set<string> {
  const words = fold(fullText(article)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}
