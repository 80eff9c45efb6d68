import { describe, expect, test } from 'vitest';
import { entities, ids } from './recognize.js';

describe('countries', () => {
  test('names, variants and nationalities are one country', () => {
    expect(
      entities('زار وفد أمريكي طوكيو، ثم عاد إلى الولايات المتحدة. وقالت القوات الأميركية إن أمريكا راضية.'),
    ).toMatchObject({
      'country:US': ['أمريكي', 'الولايات المتحدة', 'الأميركية', 'أمريكا'],
    });
  });
  test('prefixes come off where they are prefixes only', () => {
    expect(
      entities('وصل الوفد لروسيا وبولندا وفرنسا، ثم انتقل إلى لبنان وليبيا وباكستان وكازاخستان.'),
    ).toMatchObject({
      'country:RU': ['روسيا'],
      'country:PL': ['بولندا'],
      'country:FR': ['فرنسا'],
      'country:LB': ['لبنان'],
      'country:LY': ['ليبيا'],
      'country:PK': ['باكستان'],
      'country:KZ': ['كازاخستان'],
    });
  });
  test('a preposition that melts with the article stays out of the mention', () => {
    expect(entities('قدم الوفد شكره للسعودية وللعراق.')).toMatchObject({
      'country:SA': ['سعودية'],
      'country:IQ': ['عراق'],
    });
  });
  test('countries whose names begin alike are told apart', () => {
    expect(ids('تقع غينيا بيساو قرب غينيا.')).toEqual(['country:GN', 'country:GW']);
    expect(ids('انفصل جنوب السودان قبل سنوات.')).toEqual(['country:SS']);
    expect(ids('هددت كوريا الشمالية جارتها كوريا الجنوبية.')).toEqual(['country:KP', 'country:KR']);
    expect(ids('أعلن الجيش الكوري الجنوبي حالة التأهب.')).toContain('country:KR');
  });
  test('a capital that acts is its government', () => {
    expect(ids('اتهمت موسكو الحلف بالتصعيد.')).toContain('country:RU');
    expect(ids('وأعلن الكرملين موقفه.')).toContain('country:RU');
  });
  test('a capital where something happens is a place', () => {
    expect(ids('اجتمع الخبراء في فيينا أمس.')).not.toContain('country:AT');
    expect(ids('صمدت مفاوضات هلسنكي شهرا.')).not.toContain('country:FI');
  });
  test('ordinary words that look like countries or nationalities are none', () => {
    expect(ids('عرض المصرف تقريره المالي على مجرى النهر.')).not.toContain('country:ML');
    expect(ids('كيف ترك العمال مواقعهم؟')).toEqual([]);
  });
  test('spellings with marks, tatweel and other letters are the same', () => {
    expect(ids('رُوسْيا وتركـــيا وایران')).toEqual(['country:IR', 'country:RU', 'country:TR']);
  });
});
