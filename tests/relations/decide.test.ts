import { describe, expect, it } from 'vitest';
import type { ArticleView } from '../../src/extract/relations/article-view.js';
import { FEATURES, type FeatureName, relationFeatures } from '../../src/extract/relations/decide.js';
import { NO_SCORE, placesByKey, type Reading } from '../../src/extract/relations/reading.js';
import { makeReading } from '../support/make-reading.js';

const isSymmetric = (relation: string) => relation === 'meets';
const ranks = { relations: { meets: 1, visits: 2 }, kinds: { country: 3, 'organization party': 7 } };

const view: ArticleView = {
  entities: new Map([
    ['a', { type: 'country', subtype: undefined, mentions: 3, inTitle: true, sentences: new Set([0, 2, 5]) }],
    ['b', { type: 'country', subtype: undefined, mentions: 2, inTitle: false, sentences: new Set([2, 5]) }],
    ['c', { type: 'organization', subtype: 'party', mentions: 1, inTitle: false, sentences: new Set([1]) }],
  ]),
  homes: new Map([
    ['a', new Set(['x', 'y'])],
    ['b', new Set(['y'])],
  ]),
};

const reading = (subject: string, relation: string, object: string, score: number) =>
  makeReading({
    subject,
    relation,
    object,
    score,
    linear: score - 1,
    sentence: 2,
    predicate: 10,
    subjectAt: 14,
    objectAt: 12,
    phrases: 4,
  });

/** The features of the first of some readings, by their names. */
function featuresOf(...readings: readonly [Reading, ...Reading[]]): Record<FeatureName, number> {
  const [values = []] = relationFeatures(
    placesByKey(readings, isSymmetric),
    view,
    ranks,
    isSymmetric,
  ).values();
  return Object.fromEntries(FEATURES.map((name, index) => [name, values[index]])) as Record<
    FeatureName,
    number
  >;
}

describe('what the judge looks at', () => {
  it('is where the article mentions the two', () => {
    const features = featuresOf(reading('a', 'visits', 'b', 0));
    expect(features).toMatchObject({
      together: 2,
      firstTogether: 2,
      subjectSentences: 3,
      objectSentences: 2,
    });
    expect(featuresOf(reading('a', 'visits', 'c', 0))).toMatchObject({ together: 0, firstTogether: 99 });
  });

  it('is what the two are, and whether they stand for the same', () => {
    const features = featuresOf(reading('a', 'visits', 'b', 0));
    expect(features).toMatchObject({ subjectKind: 3, objectKind: 3, sharedHome: 1 });
    expect(featuresOf(reading('a', 'visits', 'c', 0))).toMatchObject({ objectKind: 7, sharedHome: 0 });
    expect(featuresOf(reading('a', 'visits', 'unknown', 0))).toMatchObject({ objectKind: -1 });
  });

  it('is how subject, object and predicate stand in the likeliest sentence', () => {
    const features = featuresOf(reading('a', 'visits', 'b', 0));
    expect(features).toMatchObject({
      distance: 2,
      subjectDistance: 4,
      objectDistance: 2,
      subjectFirst: 0,
      phrases: 4,
    });
  });

  it('is the likeliest score by each model', () => {
    const features = featuresOf(reading('a', 'visits', 'b', 0), {
      ...reading('a', 'visits', 'b', -3),
      linear: 2,
    });
    expect(features).toMatchObject({ score: 0, second: -3, linear: -1, bestLinear: 2 });
  });

  it('is what else the article may state', () => {
    const features = featuresOf(
      reading('a', 'visits', 'b', 0),
      reading('c', 'visits', 'b', 2),
      reading('a', 'meets', 'c', -5),
    );
    expect(features).toMatchObject({
      sameRelation: 2,
      likelyOfRelation: 2,
      otherSubject: 2,
      otherObject: NO_SCORE,
    });
    expect(features).toMatchObject({ subjectClaims: 1, objectClaims: 2, rivalOfPair: NO_SCORE });
  });
});
