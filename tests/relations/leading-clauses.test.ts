import { describe, expect, it } from 'vitest';
import { createStateFinder } from '../../src/extract/relations/states.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { recognize } from '../entities/recognize.js';

const findStates = createStateFinder(new Vocabulary());

const states = (text: string) =>
  findStates(recognize(text))
    .filter(({ type }) => type === 'member_of' || type === 'holds_office')
    .map(({ subject, type, object, modality }) =>
      [subject.entity.id, type, ('entity' in object ? object.entity : object).id, modality].join(' '),
    )
    .sort();

describe('a relative clause', () => {
  it.each([
    [
      'says whom somebody leads',
      'رحب الجنرال جوزيف فوتيل الذي يترأس القيادة المركزية الأميركية بالقرار.',
      ['leader:joseph-votel holds_office org:us-central-command actual'],
    ],
    [
      'says what somebody presides over',
      'ودعا بول كاغامي، الذي يتولى رئاسة الاتحاد الأفريقي، إلى الحوار.',
      ['leader:paul-kagame holds_office org:african-union actual'],
    ],
    [
      'names two countries that lead an alliance',
      'نفى التحالف العربي الذي تقوده السعودية والإمارات الخبر.',
      [
        'country:AE member_of org:arab-coalition-yemen actual',
        'country:SA member_of org:arab-coalition-yemen actual',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it('about something that is led elsewhere says nothing', () => {
    expect(states('رحب بول كاغامي الذي يقود سيارته إلى مقر الاتحاد الأفريقي بالقرار.')).toEqual([]);
  });
});
