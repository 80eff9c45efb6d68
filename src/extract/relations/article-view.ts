import type { Recognition } from '../document.js';
import { objectOf } from './states/finding.js';
import type { Finding } from './states.js';

/** What the article says of its entities. */
export interface ArticleView {
  readonly entities: ReadonlyMap<string, EntityView>;
  /** The countries and bodies that a leader or an organization stands for, by title or nationality. */
  readonly homes: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface EntityView {
  readonly type: string;
  readonly subtype: string | undefined;
  readonly mentions: number;
  readonly inTitle: boolean;
  /** Indexes of the sentences that mention it. */
  readonly sentences: ReadonlySet<number>;
}

interface EntityDraft extends EntityView {
  mentions: number;
  inTitle: boolean;
  readonly sentences: Set<number>;
}

/** Relations by which one stands for the other. */
const STANDS_FOR = new Set(['holds_office', 'affiliated_with']);

/** What an article says of its entities, under the names that `nameOf` gives to their ids. */
export function viewOf(
  { mentions, document }: Recognition,
  states: readonly Finding[],
  nameOf: (id: string) => string = id => id,
): ArticleView {
  const entities = new Map<string, EntityDraft>();
  for (const { entity, sentence } of mentions) {
    const name = nameOf(entity.id);
    let view = entities.get(name);
    if (!view) {
      const { type, subtype } = entity;
      view = { type, subtype, mentions: 0, inTitle: false, sentences: new Set() };
      entities.set(name, view);
    }
    view.mentions++;
    if (sentence < document.titleSentences) view.inTitle = true;
    view.sentences.add(sentence);
  }
  const homes = new Map<string, Set<string>>();
  for (const { subject, type, object } of states) {
    if (!STANDS_FOR.has(type)) continue;
    const name = nameOf(subject.entity.id);
    const own = homes.get(name) ?? new Set();
    own.add(nameOf(objectOf({ object }).id));
    homes.set(name, own);
  }
  return { entities, homes };
}
