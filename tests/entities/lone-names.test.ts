import { describe, expect, test } from 'vitest';
import { ids, recognize } from './recognize.js';

describe('a family name alone', () => {
  test('is not the statesman where nothing ties it to him', () => {
    expect(ids('سجل المهاجم الجديد هدفين، ثم خرج ساماراس مصابا.')).not.toContain('leader:antonis-samaras');
    expect(ids('ألفت كتابا عن رواية كتبتها جاين أوستن في شبابها.')).not.toContain('leader:lloyd-austin');
    expect(ids('أخرج الفيلم جون باتلر، وفازت نيكسون بجائزة أفضل ممثلة.')).toEqual([]);
    expect(ids('كتبت الناقدة عن موسيقى موراليس وغنائه.')).toEqual([]);
  });
  test('is the statesman beside his country, his office or his body', () => {
    expect(ids('عاد ساماراس إلى اليونان.')).toContain('leader:antonis-samaras');
    expect(ids('زارت الجمعية أسرة الرئيس شيراك.')).toContain('leader:jacques-chirac');
    expect(ids('قال يونكر إن المفوضية الأوروبية مستعدة.')).toContain('leader:jean-claude-juncker');
    expect(ids('انسحب موراليس بعد أن حكم بوليفيا سنوات.')).toContain('leader:evo-morales');
  });
  test('is him if his full name stands elsewhere, or all the world knows it', () => {
    expect(ids('كتب ريتشارد نيكسون مذكراته، وقرأ الطلاب ما قاله نيكسون.')).toContain('leader:richard-nixon');
    expect(ids('بيع هاتف هتلر في مزاد.')).toContain('leader:adolf-hitler');
  });
  test('of three letters with a conjunction is whom the article names in full', () => {
    const places = (text: string) => {
      const { mentions } = recognize(text);
      return mentions.filter(({ entity }) => entity.id === 'leader:kim-jong-un').length;
    };
    expect(places('وصل كيم جونغ أون إلى الفندق. وتصافح ترامب وكيم طويلا.')).toBe(2);
    expect(places('وتصافح ترامب وكيم طويلا.')).toBe(0);
  });
  test('is another where a given name of another stands before it', () => {
    expect(ids('تنافس الممثلة سينثيا نيكسون على منصب حاكم ولاية في الولايات المتحدة.')).toEqual([
      'country:US',
    ]);
    expect(ids('زار نيكولاس ساركوزي معرضا في فرنسا.')).toContain('leader:nicolas-sarkozy');
    expect(ids('كان الشاعر شابا في عهد الخميني، ثم غادر إيران.')).toContain('leader:ruhollah-khomeini');
  });
});

describe('titles that are given names', () => {
  test('a sheikh called Sultan', () => {
    expect(ids('قال الشيخ القطري سلطان بن سحيم إن الحوار ممكن.')).toEqual([
      'country:QA',
      'leader:sultan-bin-suhaim',
    ]);
    expect(ids('قال سلطان عمان قابوس بن سعيد إنه متفائل.')).toContain('leader:sultan-qaboos');
  });
});
