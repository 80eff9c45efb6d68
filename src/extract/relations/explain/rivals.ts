import { FEATURES, type FeatureName } from '../decide.js';
import type { JudgedEvent } from '../judge.js';
import type { RelationModel } from '../model.js';
import { ARTICLE_REASONS } from './article-names.js';
import { round } from './names.js';
import type { EntityName, Rival } from './types.js';

/** Smaller changes are left unsaid. */
const SMALLEST = 0.02;
const MOST = 3;

/**
 * What the rest of the article does to a relation: the trees judge it once more without each reason. Where a reason
 * is another relation, the likeliest such one is named.
 */
export function rivalsOf(
  event: JudgedEvent,
  all: readonly JudgedEvent[],
  model: RelationModel,
  nameOf: (id: string) => EntityName,
): Rival[] {
  const [place] = sorted(event);
  if (!place) return [];
  const { subject, object, predicate, relation } = place;
  const named = (matches: (other: JudgedEvent) => boolean) => {
    const rival = all
      .filter(other => other !== event && matches(other))
      .sort((a, b) => bestScore(b) - bestScore(a))[0];
    const [best] = rival ? sorted(rival) : [];
    return (
      best && {
        relation: { subject: nameOf(best.subject), type: best.relation, object: nameOf(best.object) },
      }
    );
  };
  const joins = (other: JudgedEvent) =>
    other.places.some(
      ends =>
        (ends.subject === subject && ends.object === object) ||
        (ends.subject === object && ends.object === subject),
    );
  const sameWord = (other: JudgedEvent) => other.places.some(found => found.predicate === predicate);
  const competitors: Readonly<Record<string, (other: JudgedEvent) => boolean>> = {
    pair: joins,
    reverse: other => other.relation === relation && joins(other),
    objects: other => other.relation === relation && other.places.some(found => found.subject === subject),
    subjects: other => other.relation === relation && other.places.some(found => found.object === object),
    claimants: other => other.relation === relation && sameWord(other),
    word: sameWord,
  };
  return ARTICLE_REASONS.map(({ name, without, rival }) => {
    const features = event.features.slice();
    for (const [feature, value] of Object.entries(without(place.score)))
      features[FEATURES.indexOf(feature as FeatureName)] = value;
    const matches = rival === undefined ? undefined : competitors[rival];
    return { reason: name, ...(matches && named(matches)), without: round(model.judge(features)) };
  })
    .filter(({ without }) => Math.abs(without - event.probability) >= SMALLEST)
    .sort((a, b) => Math.abs(b.without - event.probability) - Math.abs(a.without - event.probability))
    .slice(0, MOST);
}

const sorted = ({ places }: JudgedEvent) => [...places].sort((a, b) => b.score - a.score);
const bestScore = ({ places }: JudgedEvent) => Math.max(...places.map(({ score }) => score));
