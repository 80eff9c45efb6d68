import { describe, expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { SubjectSlot } from '../../src/extract/relations/slot-kinds.js';
import { isOurs } from '../../src/extract/relations/speech.js';
import { loadSchema } from '../../src/schema/index.js';

const { recognize, judge } = createSteps(loadSchema());

/** Whom each "we" of a text means, sentence after sentence. */
function ours(text: string): string[] {
  const found: string[] = [];
  judge(recognize({ id: 'test', title: '', text, language: 'ar', date: '2018-05-01' }), sentence => {
    for (const phrase of sentence.phrases) if (isOurs(phrase)) found.push(phrase.mention.entity.id);
  });
  return found;
}

/** The candidates whose subject is whom the speaker means by "we". */
function statedOfUs(text: string): string[] {
  const found = new Set<string>();
  judge(
    recognize({ id: 'test', title: '', text, language: 'ar', date: '2018-05-01' }),
    (_, __, candidates) => {
      for (const { subject, relation, object, subjectSlot } of candidates)
        if (subjectSlot === SubjectSlot.Side && isOurs(subject))
          found.add(`${subject.mention.entity.id} ${relation.type} ${object.mention.entity.id}`);
    },
  );
  return [...found];
}

describe('"we" in the words of a speaker', () => {
  it.each([
    ['a minister of a country', 'قال وزير الخارجية المصري سامح شكري إننا ندعم لبنان.', 'country:EG'],
    [
      'the sentence before named the speaker',
      'زار وزير الخارجية المصري سامح شكري بيروت. وأضاف: «نحن على تواصل مع فرنسا».',
      'country:EG',
    ],
    [
      'the speaker after his words',
      '«نحن على تواصل مع فرنسا»، قال وزير الخارجية المصري سامح شكري.',
      'country:EG',
    ],
    [
      'a spokesman of a ministry',
      'قال المتحدث باسم وزارة الدفاع الروسية إيغور كوناشينكوف إن قواتنا باقية في سوريا.',
      'country:RU',
    ],
    ['the head of a movement', 'قال زعيم حركة حماس إسماعيل هنية: «لدينا اتصالات مع مصر».', 'org:hamas'],
    [
      'not whom he talks to',
      'قال وزير الخارجية المصري سامح شكري بعد لقائه مع إيمانويل ماكرون إننا ندعم لبنان.',
      'country:EG',
    ],
  ])('means the side of %s', (_, text, side) => {
    expect(new Set(ours(text))).toEqual(new Set([side]));
  });

  it.each([
    ['nobody is named who speaks', 'نحن على تواصل مع فرنسا.'],
    ['he speaks of himself alone', 'قال وزير الخارجية المصري سامح شكري إنني أزور لبنان غدا.'],
    ['the word only ends alike', 'أصدر وزير الخارجية المصري سامح شكري بيانا وإعلانا حول لبنان.'],
  ])('stands for nobody where %s', (_, text) => {
    expect(ours(text)).toEqual([]);
  });

  it('may be the subject of what "we" do', () => {
    expect(statedOfUs('قال وزير الخارجية المصري سامح شكري: «نحن على تواصل مع فرنسا».')).toContain(
      'country:EG negotiates_with country:FR',
    );
    expect(statedOfUs('قال وزير الخارجية المصري سامح شكري إننا ندعم لبنان.')).toContain(
      'country:EG supports country:LB',
    );
  });

  it('is not the subject of what others do after it', () => {
    expect(statedOfUs('قال وزير الخارجية المصري سامح شكري: «نحن نعرف أن فرنسا تدعم لبنان».')).not.toContain(
      'country:EG supports country:LB',
    );
  });
});
