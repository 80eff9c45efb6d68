import type { Article } from '../model.js';
import type { Schema } from '../schema/types.js';
import type { Recognition } from './document.js';
import { createSteps, toExtraction } from './extractor.js';
import { relationTable } from './relations/candidates.js';
import { explainBetween } from './relations/explain/between.js';
import { nameOf } from './relations/explain/names.js';
import {
  type Explanation,
  explainSentences,
  type PairExplanation,
  type SentenceReading,
} from './relations/explain/sentences.js';
import { statementsOf } from './relations/index.js';

export interface Explainer {
  /** Sentence by sentence, how an article was read and judged. */
  explain(article: Article): Explanation;
  /** What stands between two entities, which `find` picks from those that the article refers to. */
  between(article: Article, one: EntityChoice, other: EntityChoice): PairExplanation;
}

/** The id of an entity among those of an article, if it is there. */
export type EntityChoice = (recognition: Recognition) => string | undefined;

/** Makes an explainer: it takes the same steps as the extractor, and keeps what the extractor drops. */
export function createExplainer(schema: Schema): Explainer {
  const { recognize, judge, model } = createSteps(schema);
  const relations = relationTable(schema.relationTypes);
  const workOn = (article: Article) => {
    const recognition = recognize(article);
    const readings: SentenceReading[] = [];
    const judgement = judge(recognition, (sentence, subjects, candidates) =>
      readings.push({ sentence, subjects, candidates }),
    );
    const extraction = toExtraction(recognition, statementsOf(recognition, judgement, model));
    return { recognition, readings, judgement, extraction, model };
  };
  return {
    explain(article) {
      const { id: doc, title, date } = article;
      return {
        doc,
        title,
        ...(date !== undefined && { date }),
        sentences: explainSentences(workOn(article)),
      };
    },
    between(article, chooseOne, chooseOther) {
      const work = workOn(article);
      const [one, other] = [chooseOne(work.recognition), chooseOther(work.recognition)];
      const named = (id: string | undefined) => {
        const mention = work.recognition.mentions.find(({ entity }) => entity.id === id);
        return mention && nameOf(mention.entity);
      };
      return {
        doc: article.id,
        one: named(one),
        other: named(other),
        sentences:
          one === undefined || other === undefined ? [] : explainBetween(work, one, other, relations),
      };
    },
  };
}
