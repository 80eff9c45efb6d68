import { probabilityOf } from '../model.js';

/**
 * What an article says for or against a relation, in words: each reason with the features of `decide.ts` that
 * carry it and the value that each would have without it.
 */
export interface ArticleReason {
  readonly name: string;
  /** Which other relation it is, see `rivalsOf`. */
  readonly rival?: 'pair' | 'reverse' | 'objects' | 'subjects' | 'claimants' | 'word';
  readonly without: (features: Float64Array) => Readonly<Record<number, number>>;
}

/** The score of what is not there, as in `decide.ts`. */
const NONE = -9;

export const ARTICLE_REASONS: readonly ArticleReason[] = [
  {
    name: 'other places that may state it',
    without: ([, score = NONE]) => ({ 2: NONE, 3: 1, 4: probabilityOf(score) }),
  },
  { name: 'another relation between the same two', rival: 'pair', without: () => ({ 5: NONE, 6: 0 }) },
  { name: 'the same relation the other way round', rival: 'reverse', without: () => ({ 7: NONE }) },
  { name: 'other objects of the same subject', rival: 'objects', without: () => ({ 8: NONE, 10: 0 }) },
  { name: 'other subjects for the same object', rival: 'subjects', without: () => ({ 9: NONE, 11: 0 }) },
  { name: 'other claimants to the same word', rival: 'claimants', without: () => ({ 12: NONE, 13: 0 }) },
  { name: 'another relation stated by the same word', rival: 'word', without: () => ({ 14: NONE }) },
  { name: 'those who stand for the subject', without: () => ({ 26: NONE }) },
  { name: 'those who stand for the object', without: () => ({ 27: NONE }) },
  { name: 'the country or body that the subject stands for', without: () => ({ 28: NONE }) },
  { name: 'the country or body that the object stands for', without: () => ({ 29: NONE }) },
  { name: 'one stands for the other', without: () => ({ 30: 0 }) },
];
