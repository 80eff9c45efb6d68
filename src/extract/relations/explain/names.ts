import type { Entity } from '../../../model.js';
import type { Recognition } from '../../document.js';
import type { Phrase, Predicate, Sentence } from '../syntax.js';
import type { EntityName } from './types.js';

export function nameOf({ id, type, label }: Entity): EntityName {
  return { id, type, label };
}

/** The entities of an article by id. An attribution may also be words of the article: then it is its own name. */
export function namesById({ mentions }: Recognition): (id: string) => EntityName {
  const names = new Map(mentions.map(({ entity }) => [entity.id, nameOf(entity)]));
  return id => names.get(id) ?? { id, type: 'unknown', label: { ar: id, en: id } };
}

export function predicateText({ document }: Recognition, sentence: Sentence, predicate: Predicate): string {
  const token = sentence.tokens[predicate.index];
  return token ? document.text.slice(token.start, token.end) : '';
}

/** The words of a phrase; those of its mention where it has none of its own (a pronoun, an unsaid subject). */
export function phraseText({ document }: Recognition, { start, end, mention }: Phrase): string {
  const { tokens, text } = document;
  const [first, last] = [tokens[start], tokens[end - 1]];
  if (!first || !last || end <= start) return text.slice(mention.start, mention.end);
  return text.slice(first.start, last.end);
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;
