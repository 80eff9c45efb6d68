import { describe, expect, it } from 'vitest';
import { createExplainer } from '../../src/extract/explainer.js';
import { createExtractor, createSteps } from '../../src/extract/extractor.js';
import { FEATURES } from '../../src/extract/relations/decide.js';
import { ARTICLE_REASONS } from '../../src/extract/relations/explain/article-names.js';
import { contextNames, frameNames } from '../../src/extract/relations/explain/feature-names.js';
import { contextFeatures, frameFeatures, MOST_FEATURES } from '../../src/extract/relations/features.js';
import type { Article } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';

const schema = loadSchema();
const explainer = createExplainer(schema);
const article: Article = {
  id: 'a1',
  title: 'موسكو وأنقرة: محادثات حول سوريا',
  date: '2022-06-15',
  language: 'ar',
  text: [
    'التقى الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي أمس، وأكد دعم روسيا لتركيا.',
    'وقالت مصر إنها تتابع القمة، فيما انشغلت إيران بالفيضانات.',
    'واتفقت إيران وتركيا على التعاون مع روسيا في مجال الطاقة.',
  ].join('\n'),
};

describe('an explanation', () => {
  const explanation = explainer.explain(article);

  it('states exactly what the extractor states', () => {
    const stated = explanation.sentences.flatMap(({ stated }) => stated.map(({ id }) => id));
    const extracted = createExtractor(schema)(article).relations.map(({ id }) => id);
    expect([...stated].sort()).toEqual([...extracted].sort());
  });

  it('shows each sentence with its mentions, phrases and predicates, at their place', () => {
    const text = `${article.title}\n\n${article.text}`;
    const [headline, first] = explanation.sentences;
    expect(headline).toMatchObject({ number: 1, isTitle: true });
    for (const { start, end, text: words } of explanation.sentences)
      expect(text.slice(start, end)).toBe(words);
    expect(first?.mentions).toContainEqual(
      expect.objectContaining({ text: 'رجب طيب أردوغان', kind: 'name' }),
    );
    const meeting = first?.predicates.find(({ rule }) => rule === 'v:التقى يلتقي');
    expect(meeting).toMatchObject({
      kind: 'verb',
      subjects: [{ entity: { id: 'leader:vladimir-putin' }, slot: 'after its verb' }],
    });
  });

  it('tells how likely a stated event is in the sentence', () => {
    const meets = explanation.sentences[1]?.stated.find(({ type }) => type === 'meets');
    expect(meets?.inSentence).toBeGreaterThan(0.5);
    expect(meets?.confidence).toBeGreaterThanOrEqual(meets?.threshold ?? 1);
  });

  it('tells what kept back what is not stated', () => {
    const almost = explanation.sentences.flatMap(sentence => sentence.almost);
    for (const { verdict, inArticle, threshold } of almost) {
      expect(verdict).toBe('unlikely');
      expect(inArticle).toBeLessThan(threshold);
    }
    expect(almost.some(relation => relation.against.length > 0 && relation.for.length > 0)).toBe(true);
  });
});

describe('why there is, or is not, a relation between two', () => {
  const between = (one: string, other: string) =>
    explainer.between(
      article,
      () => one,
      () => other,
    );

  it('shows what is stated, and the other readings', () => {
    const { one, other, sentences } = between('leader:vladimir-putin', 'leader:recep-tayyip-erdogan');
    expect([one?.label.en, other?.id]).toEqual(['Vladimir Putin', 'leader:recep-tayyip-erdogan']);
    expect(sentences[0]?.stated.map(({ type }) => type)).toEqual(['meets']);
    expect(sentences[0]?.unstated.every(({ type }) => type !== 'meets')).toBe(true);
  });

  it('says where no predicate joins them', () => {
    const { sentences } = between('country:EG', 'country:IR');
    expect(sentences).toHaveLength(1);
    expect(sentences[0]?.stated).toEqual([]);
    const [{ why, unstated } = { unstated: [] }] = sentences;
    expect(why !== undefined || unstated.length > 0).toBe(true);
  });

  it('says which predicates take other types', () => {
    const { sentences } = between('leader:vladimir-putin', 'country:TR');
    const reasons = sentences.flatMap(({ misfits }) => misfits.map(({ reason }) => reason));
    expect(reasons.some(reason => reason.startsWith('types do not fit'))).toBe(true);
  });

  it('knows no sentence of those that none refers to together', () => {
    expect(between('leader:vladimir-putin', 'country:EG').sentences).toEqual([]);
  });
});

describe('names of features', () => {
  it('are as many as the features, for every candidate', () => {
    const { recognize, judge } = createSteps(schema);
    const buffer = new Int32Array(MOST_FEATURES);
    let seen = 0;
    judge(recognize(article), (_, __, candidates) => {
      for (const candidate of candidates) {
        const frame = frameFeatures(candidate, buffer);
        expect(frameNames(candidate)).toHaveLength(frame);
        const names = frame + contextNames(candidate).length;
        expect(names).toBe(contextFeatures(candidate, buffer, frame));
        seen++;
      }
    });
    expect(seen).toBeGreaterThan(20);
  });

  it('of the article say what a relation would lack', () => {
    const { recognize, judge } = createSteps(schema);
    const { events } = judge(recognize(article));
    expect(events.length).toBeGreaterThan(0);
    for (const { features, places } of events) {
      expect(features).toHaveLength(FEATURES.length);
      const [best = 0] = places.map(({ score }) => score).sort((a, b) => b - a);
      expect(features[FEATURES.indexOf('score')]).toBe(best);
      expect(features[FEATURES.indexOf('places')]).toBe(places.length);
      for (const { without } of ARTICLE_REASONS)
        for (const feature of Object.keys(without(best))) expect(FEATURES).toContain(feature);
    }
  });
});
