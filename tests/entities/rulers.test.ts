import { describe, expect, test } from 'vitest';
import { entities, ids } from './recognize.js';

describe('rulers by a name that many bear', () => {
  test('behind what is a ruler’s, in news of his country', () => {
    expect(ids('سيطر الجيش اليمني على الجبل بعد معارك مع الحوثيين وقوات صالح.')).toContain(
      'leader:ali-abdullah-saleh',
    );
    expect(ids('قتل عشرات من الحوثيين في اليمن، وفر أنصار المخلوع صالح.')).toContain(
      'leader:ali-abdullah-saleh',
    );
    expect(
      entities('قصفت الطائرات مواقع مليشيا الحوثي وصالح في اليمن.')['leader:ali-abdullah-saleh'],
    ).toEqual(['صالح']);
    expect(ids('تقدمت المعارضة في سوريا وتراجعت قوات بشار.')).toContain('leader:bashar-al-assad');
  });
  test('others of the name, and the ordinary word', () => {
    const id = 'leader:ali-abdullah-saleh';
    expect(ids('في اليمن قاد قوات صالح العمري الهجوم.')).not.toContain(id);
    expect(ids('هذا الماء في اليمن غير صالح للشرب وليس في صالح أحد.')).not.toContain(id);
    expect(ids('التقى اليمني صالح بن ناصر أنصار صالح بن فهد.')).not.toContain(id);
    expect(ids('شجع أنصار صالح اللاعب في المباراة.')).not.toContain(id);
  });
});
