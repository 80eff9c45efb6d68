import { describe, expect, test } from 'vitest';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { listEntities } from '../../src/extract/entities/output.js';
import { loadSchema } from '../../src/schema/index.js';
import { entities, ids } from './recognize.js';

const recognizer = createRecognizer(loadSchema());
const idsIn = (url: string, text: string) =>
  listEntities(recognizer({ id: 'x', title: '', text, language: 'ar', url })).map(({ id }) => id);

describe('the kingdom and the sultanate alone', () => {
  test('mean the one that the article speaks of', () => {
    expect(entities('رحبت السعودية بالاتفاق. وقالت إن المملكة ستدعم جيرانها وإن للمملكة دورا.')).toEqual({
      'country:SA': ['السعودية', 'المملكة', 'مملكة'],
    });
    expect(entities('شكر الأردن جيرانه، وقال الوزير إن المملكة تستضيف لاجئين من سوريا.')).toMatchObject({
      'country:JO': ['الأردن', 'المملكة'],
    });
    expect(entities('قال العاهل المغربي إن المغرب صامد وإن السعودية شقيقة، وإن المملكة بخير.')).toMatchObject(
      {
        'country:MA': ['المغربي', 'المغرب', 'المملكة'],
      },
    );
    expect(entities('نفت سلطنة عمان الخبر وأضافت أن السلطنة محايدة.')).toEqual({
      'country:OM': ['سلطنة عمان', 'السلطنة'],
    });
  });
  test('where no kingdom is named, the newspaper says which', () => {
    const text = 'هطلت الأمطار على مناطق المملكة أمس.';
    expect(idsIn('https://www.alriyadh.com/1', text)).toEqual(['country:SA']);
    expect(idsIn('https://www.petra.gov.jo/1', text)).toEqual(['country:JO']);
    expect(idsIn('https://example.com/1', text)).toEqual([]);
  });
  test('and whose the ministries are', () => {
    const text = 'أعلنت وزارة التعليم موعد الاختبارات.';
    expect(idsIn('https://www.alriyadh.com/1', text)).toEqual(['org:ministry-of-education:SA']);
    expect(idsIn('https://www.almasdar.com.eg/1', text)).toEqual(['org:ministry-of-education:EG']);
    expect(idsIn('https://example.tv/1', text)).toEqual(['org:ministry-of-education']);
    expect(idsIn('https://www.alriyadh.com/1', `زار الوفد القاهرة. و${text}`)).toContain(
      'org:ministry-of-education:EG',
    );
  });
  test('names of other things are no countries', () => {
    expect(ids('اشترت شركة المملكة القابضة برج المملكة من مستثمر في السعودية.')).toContain('country:SA');
    expect(entities('اشترت شركة المملكة القابضة برج المملكة من مستثمر في السعودية.')['country:SA']).toEqual([
      'السعودية',
    ]);
    expect(ids('عاش ملوك المملكة القديمة على النيل في مصر.')).toEqual(['country:EG']);
    expect(ids('ضعفت السلطنة العثمانية في تلك الأيام.')).toEqual([]);
  });
});
