import type { FeatureName } from '../decide.js';
import { probabilityOf } from '../model.js';
import { NO_SCORE } from '../reading.js';

/**
 * What an article says for or against a relation, in words: each reason with the features of `decide.ts` that
 * carry it and the value that each would have without it.
 */
export interface ArticleReason {
  readonly name: string;
  /** Which other relation it is, see `rivalsOf`. */
  readonly rival?: 'pair' | 'reverse' | 'objects' | 'subjects' | 'claimants' | 'word';
  /** @param score the highest of the places that may state it */
  readonly without: (score: number) => Readonly<Partial<Record<FeatureName, number>>>;
}

export const ARTICLE_REASONS: readonly ArticleReason[] = [
  {
    name: 'other places that may state it',
    without: score => ({ second: NO_SCORE, third: NO_SCORE, places: 1, doubtless: probabilityOf(score) }),
  },
  {
    name: 'what the two are to each other, whatever the words (encoder)',
    without: () => ({ pair: NO_SCORE, bestPair: NO_SCORE, likelyPairs: 0 }),
  },
  {
    name: 'another relation between the same two',
    rival: 'pair',
    without: () => ({ rivalOfPair: NO_SCORE, likelyOfPair: 0, rankOfRival: -1 }),
  },
  { name: 'the same relation the other way round', rival: 'reverse', without: () => ({ reverse: NO_SCORE }) },
  {
    name: 'other objects of the same subject',
    rival: 'objects',
    without: () => ({ otherObject: NO_SCORE, objectsAbove: 0 }),
  },
  {
    name: 'other subjects for the same object',
    rival: 'subjects',
    without: () => ({ otherSubject: NO_SCORE, subjectsAbove: 0 }),
  },
  {
    name: 'other claimants to the same word',
    rival: 'claimants',
    without: () => ({ claimant: NO_SCORE, claimantsAbove: 0, rival: NO_SCORE, rivalCount: 0 }),
  },
  {
    name: 'another relation stated by the same word',
    rival: 'word',
    without: () => ({ sameWord: NO_SCORE }),
  },
  {
    name: 'the same relation between others',
    without: () => ({ sameRelation: NO_SCORE, likelyOfRelation: 1 }),
  },
  { name: 'those who stand for the subject', without: () => ({ subjectMember: NO_SCORE }) },
  { name: 'those who stand for the object', without: () => ({ objectMember: NO_SCORE }) },
  { name: 'the country or body that the subject stands for', without: () => ({ subjectHome: NO_SCORE }) },
  { name: 'the country or body that the object stands for', without: () => ({ objectHome: NO_SCORE }) },
  { name: 'one stands for the other', without: () => ({ standsFor: 0 }) },
];
