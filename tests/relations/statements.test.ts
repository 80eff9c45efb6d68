import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.js';
import { loadSchema } from '../../src/schema/index.js';

const extract = createExtractor(loadSchema());

/** The relations of a text, as `subject type object`, with ` not` and the modality where it is not actual. */
function relationsOf(text: string, date = '2022-06-15'): string[] {
  const { relations } = extract({ id: 'test', title: '', text, date, language: 'ar' });
  return relations.map(({ subject, type, object, polarity, modality }) =>
    [
      subject,
      type,
      object,
      ...(polarity === 'negated' ? ['not'] : []),
      ...(modality === 'actual' ? [] : [modality]),
    ].join(' '),
  );
}

describe('relations that a sentence states', () => {
  it.each([
    ['زار الرئيس الفرنسي إيمانويل ماكرون مصر أمس.', 'leader:emmanuel-macron visits country:EG'],
    [
      'التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي مولود تشاووش أوغلو.',
      'leader:mevlut-cavusoglu meets leader:sergei-lavrov',
    ],
    ['قال وزير الدفاع الروسي سيرغي شويغو إن الوضع هادئ.', 'leader:sergei-shoigu holds_office country:RU'],
    [
      'ذكرت وزارة الخارجية المصرية في بيان أن المشاورات مستمرة.',
      'org:ministry-of-foreign-affairs:EG affiliated_with country:EG',
    ],
    ['اتهمت أوكرانيا روسيا بقصف ميناء على البحر الأسود.', 'country:UA criticizes country:RU'],
    ['فرضت الولايات المتحدة عقوبات جديدة على إيران.', 'country:US sanctions country:IR'],
  ])('%s', (text, expected) => {
    const found = relationsOf(text);
    const [subject, type, object] = expected.split(' ');
    const swapped = `${object} ${type} ${subject}`;
    expect(
      found.some(key => key.startsWith(expected) || key.startsWith(swapped)),
      found.join('\n'),
    ).toBe(true);
  });

  it('shares a predicate among the members of a coordination', () => {
    const found = relationsOf('تجري روسيا والصين وإيران مناورات بحرية مشتركة في خليج عمان.');
    const pairs = found.filter(key => key.includes('holds_exercise_with'));
    expect(pairs.length).toBeGreaterThanOrEqual(2);
  });
});

describe('what a sentence does not state', () => {
  it('two countries in one sentence are not yet related', () => {
    expect(relationsOf('ارتفعت أسعار القمح في مصر بينما تراجعت في البرازيل.')).toEqual([]);
  });

  it('a denied deed is negated', () => {
    const found = relationsOf('لم يزر الرئيس الفرنسي إيمانويل ماكرون مصر.');
    expect(found.filter(key => key.includes('visits') && !key.includes(' not'))).toEqual([]);
  });

  it('a former office is past', () => {
    const found = relationsOf('قال الرئيس الأميركي السابق باراك أوباما إن العالم تغير.');
    expect(found).toContain('leader:barack-obama holds_office country:US past');
  });
});

describe('every statement', () => {
  const text =
    'زار الرئيس الروسي فلاديمير بوتين الصين الأربعاء. ودعا نظيره الصيني شي جين بينغ إلى زيارة موسكو في 20 سبتمبر (أيلول).';
  const { relations } = extract({ id: 'x', title: 'قمة', text, date: '2022-06-16', language: 'ar' });

  it('carries evidence from the article, a confidence and the name of its rule', () => {
    expect(relations.length).toBeGreaterThan(2);
    const whole = `قمة\n\n${text}`;
    for (const { evidence, confidence, rule } of relations) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(rule).not.toBe('');
      for (const { start, end, text: quoted } of evidence) expect(whole.slice(start, end)).toBe(quoted);
    }
  });

  it('resolves a weekday against the day of the article', () => {
    const visit = relations.find(({ type, object }) => type === 'visits' && object === 'country:CN');
    expect(visit?.time).toBe('2022-06-15');
  });

  it('has the same id on every run', () => {
    const again = extract({ id: 'x', title: 'قمة', text, date: '2022-06-16', language: 'ar' });
    expect(again.relations.map(({ id }) => id)).toEqual(relations.map(({ id }) => id));
  });
});
