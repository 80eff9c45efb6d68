import { describe, expect, it } from 'vitest';
import { type Piece, statementsOf } from './reading.js';

const stated = (sentence: string, type: string, piece?: Piece) => {
  const found = statementsOf(sentence, piece).filter(statement => statement.type === type);
  expect(found).toHaveLength(1);
  return found[0];
};

describe('the time of a visit', () => {
  const arrival = (when: string, piece?: Piece) =>
    stated(`وصل الرئيس الفرنسي إيمانويل ماكرون إلى مصر ${when}.`, 'visits', piece)?.time;

  it.each([
    ['في 5 يناير 2022', '2022-01-05'],
    ['في 5 كانون الثاني 2022', '2022-01-05'],
    ['في 5 كانون الثاني', '2022-01-05'],
    ['في 20 مايو (أيار)', '2022-05-20'],
    ['الاثنين', '2022-06-13'],
    ['الخميس', '2022-06-09'],
    ['أمس', '2022-06-14'],
    ['قبل ثلاثة أيام', '2022-06-12'],
    ['قبل يومين', '2022-06-13'],
    ['الشهر الماضي', '2022-05'],
    ['في عام 2019', '2019'],
  ])('%s is %s', (when, time) => {
    expect(arrival(when)).toBe(time);
  });

  it.each([
    'في 5 كانون الثاني',
    'أمس',
    'الاثنين',
  ])('is not guessed where the article has no date: %s', when => {
    expect(arrival(when, { date: undefined })).toBeUndefined();
  });

  it('keeps month and day where the article has no date to tell the year', () => {
    const sentence = 'وصل الرئيس الفرنسي إيمانويل ماكرون إلى مصر في 5 كانون الثاني.';
    expect(stated(sentence, 'visits', { date: undefined })?.partialTime).toBe('--01-05');
    expect(stated(sentence, 'visits')).not.toHaveProperty('partialTime');
  });

  it('needs no date of the article where the sentence says all', () => {
    expect(arrival('في 5 يناير 2022', { date: undefined })).toBe('2022-01-05');
  });

  it('is planned where it lies ahead of the article', () => {
    const sentence = 'تفرض الولايات المتحدة عقوبات على روسيا في 20 سبتمبر (أيلول) 2022.';
    expect(stated(sentence, 'sanctions')).toMatchObject({ time: '2022-09-20', modality: 'planned' });
    expect(stated(sentence, 'sanctions', { date: '2022-12-01' })).toMatchObject({ modality: 'actual' });
  });

  it('is not the day on which it was reported', () => {
    const sentence = 'قالت وكالة تاس الاثنين إن روسيا ستنشر قوات في بيلاروسيا.';
    expect(stated(sentence, 'deploys_to')?.time).toBeUndefined();
  });

  it('is the one beside it, not that of the report', () => {
    const sentence = 'قالت وكالة تاس الاثنين إن الرئيس الفرنسي إيمانويل ماكرون وصل إلى مصر في 3 أيار.';
    expect(stated(sentence, 'visits')?.time).toBe('2022-05-03');
  });
});

describe('who says so', () => {
  it.each([
    ['أعلنت وزارة الدفاع الروسية أن موسكو نشرت قوات في سوريا.', 'org:ministry-of-defence:RU'],
    ['نشرت روسيا قوات في سوريا، بحسب وكالة رويترز.', 'org:reuters'],
    ['ذكرت وكالة رويترز أن روسيا نشرت صواريخ في بيلاروسيا.', 'org:reuters'],
  ])('%s', (sentence, speaker) => {
    expect(stated(sentence, 'deploys_to')?.attribution).toBe(speaker);
  });

  it.each([
    'نشرت روسيا قوات في سوريا.',
    'نشرت روسيا قوات في سوريا، وقال محللون إن الوضع هادئ.',
  ])('nobody else: %s', sentence => {
    expect(stated(sentence, 'deploys_to')?.attribution).toBeUndefined();
  });
});
