import type { WordForm } from '../../language/arabic/tokens.js';
import { hashText } from './hash.js';

/** Groups of words that stand in the same contexts, learned from news (see `scripts/training/clusters.ts`). */
export interface ClustersFile {
  readonly description: string;
  /** Words, folded, separated by spaces. */
  readonly clusters: readonly string[];
}

/** The form under which a word is grouped: folded, without the conjunction و of longer words. */
export function clusterKey({ fold, kind }: WordForm): string {
  if (kind === 'number') return '0';
  if (kind !== 'word') return fold;
  return fold.length > 4 && fold.startsWith('و') ? fold.slice(1) : fold;
}

/** The group of a word as an integer; words of no group are told apart by their last letters. */
export function createClusterReader({ clusters }: ClustersFile): (form: WordForm) => number {
  const groups = new Map<string, number>();
  clusters.forEach((words, group) => {
    for (const word of words.split(' ')) groups.set(word, hashText(`cluster ${group}`));
  });
  return form => {
    const key = clusterKey(form);
    return groups.get(key) ?? hashText(`ending ${key.slice(-2)}`);
  };
}
