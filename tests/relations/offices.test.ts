import { describe, expect, it } from 'vitest';
import { statementsOf } from './reading.js';

const offices = (sentence: string) =>
  statementsOf(sentence)
    .filter(({ type }) => type === 'holds_office')
    .map(({ subject, object, modality, office }) => `${subject} ${object} ${modality} ${office?.en}`);

describe('offices', () => {
  it.each([
    ['قال الرئيس الأميركي جو بايدن إن العالم تغير.', 'leader:joe-biden country:US actual president'],
    [
      'دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى الهدوء.',
      'leader:antonio-guterres org:un actual secretary-general',
    ],
  ])('held: %s', (sentence, expected) => {
    expect(offices(sentence)).toEqual([expected]);
  });

  it.each([
    [
      'قال الرئيس الأميركي السابق باراك أوباما إن العالم تغير.',
      'leader:barack-obama country:US past president',
    ],
    [
      'انتقدت المستشارة الألمانية السابقة أنغيلا ميركل القرار.',
      'leader:angela-merkel country:DE past chancellor',
    ],
    [
      'شارك في الجنازة أنصار الرئيس المصري الراحل حسني مبارك.',
      'leader:hosni-mubarak country:EG past president',
    ],
  ])('once held: %s', (sentence, expected) => {
    expect(offices(sentence)).toEqual([expected]);
  });

  it.each([
    'قال الكاتب الأميركي المقيم في لندن إن العالم تغير.',
    'أعلنت الرئاسة الأميركية أن العالم تغير.',
  ])('held by nobody named: %s', sentence => {
    expect(offices(sentence)).toEqual([]);
  });
});
