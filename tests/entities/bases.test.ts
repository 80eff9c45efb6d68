import { describe, expect, test } from 'vitest';
import { entities, ids, meant } from './recognize.js';

describe('bases', () => {
  test('spellings and nouns of one base are one base', () => {
    for (const name of ['قاعدة إنجرليك', 'قاعدة انجرليك الجوية', 'قاعدة "إنجرليك"'])
      expect(ids(`أقلعت الطائرات من ${name} فجرا.`)).toContain('base:incirlik');
    expect(ids('قصفت الطائرات مطار الشعيرات العسكري.')).toContain('base:shayrat');
  });
  test('an unknown base is found by its noun and its adjective', () => {
    expect(entities('هبطت الطائرة في قاعدة برنابور الجوية أمس.')).toMatchObject({
      'base:baranabor': ['قاعدة برنابور الجوية'],
    });
    expect(ids('هبطت الطائرة في مطار برنابور الدولي أمس.')).toEqual([]);
  });
  test('a rule, a data base and the popular base are no bases', () => {
    expect(ids('هذه قاعدة عامة، وتلك قاعدة بيانات لها قاعدة شعبية واسعة.')).toEqual([]);
  });
  test('the base is the organization of that name unless the article is about a base', () => {
    expect(meant('قتل زعيم تنظيم القاعدة. وقالت القاعدة إنه حي.', 'القاعدة')).toBe('org:al-qaeda');
    expect(meant('قصفت الطائرات قاعدة حميميم الجوية. وقال شهود إن القاعدة تضررت.', 'القاعدة')).toBe(
      'base:hmeimim',
    );
  });
});
