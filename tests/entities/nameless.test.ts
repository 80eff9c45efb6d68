import { describe, expect, test } from 'vitest';
import { ids, meant, recognize } from './recognize.js';

const nameless = (text: string) =>
  recognize(text)
    .mentions.map(({ entity }) => entity)
    .filter(entity => entity.named === false);

describe('bases that an article only describes', () => {
  test('operator and country make the node and its two labels', () => {
    const [base] = nameless('تدرب الجنود في قاعدة عسكرية روسية في طاجيكستان.');
    expect(base).toMatchObject({
      id: 'base:unnamed:RU:TJ',
      type: 'base',
      label: { ar: 'قاعدة عسكرية روسية في طاجيكستان', en: "Russia's base in Tajikistan" },
      country: 'TJ',
      known: false,
    });
  });
  test('the definite one is found too, and a capital stands for its country', () => {
    expect(ids('أقلعت الطائرات من القاعدة الأميركية في قطر.')).toContain('base:unnamed:US:QA');
    expect(ids('ستفكك باريس القاعدة الجوية الفرنسية في نيامي.')).toContain('base:unnamed:FR:NE:air');
  });
  test('later words for it are the same base', () => {
    const text = 'افتتحت الصين قاعدة بحرية صينية في جيبوتي. وقال شهود إن القاعدة كبيرة.';
    expect(meant(text, 'القاعدة')).toBe('base:unnamed:CN:DJ:naval');
  });
  test('the one base of that operator and place that has a name is meant', () => {
    const text = 'هبطت الطائرات في قاعدة حميميم. وتحمي صواريخ القاعدة الروسية في سوريا.';
    expect(meant(text, 'القاعدة الروسية في سوريا')).toBe('base:hmeimim');
  });
  test('its fleet is no navy', () => {
    expect(ids('زار الوفد القاعدة البحرية الروسية في مدغشقر.')).toContain('base:unnamed:RU:MG:naval');
  });
  test('other things called so are no bases', () => {
    expect(nameless('لها قاعدة صناعية ألمانية قوية وقاعدة بيانات فرنسية في أوروبا.')).toEqual([]);
    expect(nameless('بنت الشركة قاعدة عسكرية خلال أسبوع.')).toEqual([]);
  });
});
