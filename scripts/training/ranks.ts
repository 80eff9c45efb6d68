import { kindOf, type Ranks } from '../../src/extract/relations/decide.js';
import type { TrainingArticle } from './prepare.js';

/** Relation types by how often a likely candidate of them is right, and kinds of entities by the same of their own. */
export function ranksOf(articles: readonly TrainingArticle[]): Ranks {
  const relations = new Rates();
  const kinds = new Rates();
  for (const { bags, view } of articles) {
    for (const { relation, label, subject, object } of bags) {
      relations.count(relation, label === 1);
      for (const end of [subject, object]) {
        const entity = view.entities.get(end);
        if (entity) kinds.count(kindOf(entity), label === 1);
      }
    }
  }
  return { relations: relations.ranks(), kinds: kinds.ranks() };
}

/** How often what is told of each name is right. */
class Rates {
  readonly #counts = new Map<string, [right: number, all: number]>();

  count(name: string, right: boolean): void {
    const [before, all] = this.#counts.get(name) ?? [0, 0];
    this.#counts.set(name, [before + (right ? 1 : 0), all + 1]);
  }

  ranks(): Record<string, number> {
    const rates = [...this.#counts].map(([name, [right, all]]): [string, number] => [name, right / all]);
    rates.sort(([one, rate], [other, otherRate]) => rate - otherRate || (one < other ? -1 : 1));
    return Object.fromEntries(rates.map(([name], rank) => [name, rank]));
  }
}
