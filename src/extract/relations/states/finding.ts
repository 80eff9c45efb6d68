import type { Entity, Modality } from '../../../model.js';
import type { EntityMention } from '../../document.js';

/** A relation found, before it becomes a statement. */
export interface Finding {
  readonly subject: EntityMention;
  readonly type: string;
  readonly object: EntityMention | Entity;
  readonly modality: Modality;
  readonly confidence: number;
  readonly rule: string;
  readonly sentence: number;
  readonly office?: { readonly ar: string; readonly en: string };
}

/** The object of a finding, whether the article mentions it or only implies it. */
export function objectOf({ object }: Pick<Finding, 'object'>): Entity {
  return 'entity' in object ? object.entity : object;
}

/** Kinds of body that act and speak for their country. */
export const OF_STATE: ReadonlySet<string> = new Set([
  'ministry',
  'parliament',
  'state-body',
  'intelligence',
  'armed-force',
  'court',
]);

/** The countries that the article names, by ISO code, each with its first mention. */
export function countriesOf(mentions: readonly EntityMention[]): Map<string, EntityMention> {
  const countries = new Map<string, EntityMention>();
  for (const mention of mentions) {
    const { type, iso } = mention.entity;
    if (type === 'country' && iso !== undefined && !countries.has(iso)) countries.set(iso, mention);
  }
  return countries;
}

/** Mentions that name their entity, outer ones only: what patterns over words look at. */
export function namesOf(mentions: readonly EntityMention[]): EntityMention[] {
  return mentions.filter(({ inside, attached, kind }) => !inside && !attached && kind !== 'pronoun');
}
