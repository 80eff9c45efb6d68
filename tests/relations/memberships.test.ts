import { describe, expect, it } from 'vitest';
import { createStateFinder } from '../../src/extract/relations/states.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { recognize } from '../entities/recognize.js';

const findStates = createStateFinder(new Vocabulary());

const states = (text: string) =>
  findStates(recognize(text))
    .filter(({ type }) => type === 'member_of' || type === 'holds_office')
    .map(({ subject, type, object }) =>
      [subject.entity.id, type, ('entity' in object ? object.entity : object).id].join(' '),
    )
    .sort();

describe('members', () => {
  it.each([
    [
      'stand behind a verb and the body',
      'وتضم رابطة دول جنوب شرق آسيا إندونيسيا وماليزيا.',
      ['country:ID member_of org:asean', 'country:MY member_of org:asean'],
    ],
    [
      'stand behind what they are',
      'تضم منظمة شنغهاي للتعاون من بين أعضائها دولتين من آسيا الوسطى هما غير كبيرتين وهي كازاخستان وطاجيكستان.',
      ['country:KZ member_of org:sco', 'country:TJ member_of org:sco'],
    ],
    [
      'are full ones, still or by now',
      'وقال المتحدث إن تركيا ما زالت عضوا كاملا في حلف شمال الأطلسي.',
      ['country:TR member_of org:nato'],
    ],
    [
      'take part in what an alliance does',
      'وتشارك الدنمارك في الغارات ضمن التحالف الدولي ضد داعش.',
      ['country:DK member_of org:coalition-against-isis'],
    ],
    [
      'lead what is in quotation marks',
      'وانضمت الدولة إلى «منظمة معاهدة الأمن الجماعي» التي تقودها روسيا.',
      ['country:RU member_of org:csto'],
    ],
    [
      'lead an alliance against somebody',
      'قصف التحالف الدولي لمحاربة تنظيم القاعدة بقيادة فرنسا مواقع.',
      ['country:FR member_of org:coalition-against-isis'],
    ],
    [
      'are not those whose admission is asked for',
      'يطالب القرار بقبول دولة فلسطين عضوا كاملا في الأمم المتحدة.',
      [],
    ],
    ['are not who speaks to the press', 'الحزب الذي يضم حركة حماس، قال للصحافيين إنه يرفض.', []],
  ])('%s', (_, text, expected) => {
    expect(states(text)).toEqual(expected);
  });
});

describe('who is put in charge of a body', () => {
  it('heads it', () => {
    expect(states('وعين ترامب جينا هاسبل على رأس وكالة الاستخبارات المركزية.')).toContain(
      'leader:gina-haspel holds_office org:cia',
    );
  });
  it('is not who is replaced', () => {
    expect(states('جرى تعيين خلف لجينا هاسبل على رأس وكالة الاستخبارات المركزية.')).toEqual([]);
  });
});
