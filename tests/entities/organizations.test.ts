import { describe, expect, test } from 'vitest';
import { entities, ids, recognize } from './recognize.js';

describe('organizations', () => {
  test('a state body takes its country from the adjective or the name behind it', () => {
    expect(ids('أعلنت وزارة الدفاع التونسية الخبر.')).toContain('org:ministry-of-defence:TN');
    expect(ids('نفى البنك المركزي الغاني الخبر.')).toContain('org:central-bank:GH');
    expect(ids('قالت وزارة الدفاع الأميركية إن الضربة نجحت.')).toContain('org:pentagon');
  });
  test('a state body without a country is the one of the context', () => {
    expect(ids('وصل الوزير إلى تونس. وقالت وزارة الصحة إن الوضع مستقر في تونس.')).toContain(
      'org:ministry-of-health:TN',
    );
  });
  test('a short name of a ministry needs its place in the sentence', () => {
    expect(ids('وأعلنت الخارجية الجزائرية موقفها.')).toContain('org:ministry-of-foreign-affairs:DZ');
    expect(ids('تغيرت السياسة الخارجية الجزائرية كثيرا.')).not.toContain(
      'org:ministry-of-foreign-affairs:DZ',
    );
  });
  test('one noun in the dual is two armies', () => {
    expect(ids('تدرب الجيشان المصري والأردني معا.')).toEqual(
      expect.arrayContaining(['country:EG', 'country:JO', 'org:armed-forces:EG']),
    );
  });
  test('quotation marks after a head noun hold a name', () => {
    expect(entities('ذكرت صحيفة «فانتازيا بوست» الكندية أن الخبر صحيح.')).toMatchObject({
      'org:fantazya-bost': ['صحيفة «فانتازيا بوست» الكندية'],
    });
    expect(ids('وصفها بأنها منظمة "إرهابية".')).toEqual([]);
  });
  test('known names stand with and without their noun, in quotation marks and in Latin letters', () => {
    for (const name of ['وكالة رويترز', 'وكالة "رويترز"', 'رويترز', 'Reuters'])
      expect(ids(`نقلت ${name} الخبر.`)).toEqual(['org:reuters']);
    for (const name of ['حلف شمال الأطلسي', 'الناتو', 'NATO'])
      expect(ids(`انضمت إلى ${name} أمس.`)).toEqual(['org:nato']);
  });
  test('hashtags are read', () => {
    expect(ids('أشاد #حزب_الله بالقرار.')).toEqual(['org:hezbollah']);
  });
  test('a party is found by its name', () => {
    expect(entities('فاز حزب النهوض والإصلاح الماليزي المعارض بالانتخابات.')).toHaveProperty(
      'org:al-nahod-walaslah',
    );
  });
  test('platforms are nodes only where they act', () => {
    expect(ids('كتب في تغريدة على تويتر أن الخبر صحيح.')).toEqual([]);
    expect(ids('حذفت شركة تويتر آلاف الحسابات.')).toEqual(['org:twitter']);
  });
  test('the nationality inside a name is a mention of the country, inside the other', () => {
    const { mentions } = recognize('قالت وزارة الدفاع الروسية كلمتها.');
    const [outer, inner] = mentions;
    expect(outer?.entity.id).toBe('org:ministry-of-defence:RU');
    expect(inner?.entity.id).toBe('country:RU');
    expect(inner?.inside).toBe(outer);
  });
});
