import { describe, expect, test } from 'vitest';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { findAffiliations } from '../../src/extract/relations/states/affiliations.js';
import { loadSchema } from '../../src/schema/index.js';

const recognize = createRecognizer(loadSchema());

/** Whose bodies are, as the text says. */
const belonging = (text: string) =>
  findAffiliations(recognize({ id: 'x', title: '', text, language: 'ar' })).map(
    ({ subject, object }) => `${subject.entity.id} > ${'entity' in object ? object.entity.id : object.id}`,
  );

describe('bodies and the country that stands behind them', () => {
  test('a state body or a party in a country is its own', () => {
    expect(belonging('أعلنت الهيئة الوطنية للأرصاد في السنغال حالة الطوارئ.')).toEqual([
      expect.stringMatching(/> country:SN$/),
    ]);
    expect(belonging('أكد مرشح حزب الله في لبنان موقفه.')).toEqual(['org:hezbollah > country:LB']);
  });
  test('rebels, papers and international bodies are only there', () => {
    expect(belonging('تقدمت قوات الحوثيين في اليمن أمس.')).toEqual([]);
    expect(belonging('افتتحت منظمة الصحة العالمية في اليمن مركزا.')).toEqual([]);
    expect(belonging('أغلقت السلطات مكتب وكالة رويترز في مصر.')).toEqual([]);
  });
  test('a country that is not next to the body says nothing', () => {
    expect(belonging('تحدث رئيس حزب المزارعين أمس عن الوضع في تشاد.')).toEqual([]);
  });
});
