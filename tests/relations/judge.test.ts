import { expect, it } from 'vitest';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { createSteps } from '../../src/extract/extractor.js';
import { createMultilateralFinder } from '../../src/extract/relations/states/multilateral.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { loadSchema } from '../../src/schema/index.js';

const { recognize, judge } = createSteps(loadSchema());
const articleOf = (text: string) => ({ id: 'test', title: '', text, language: 'ar', date: '2022-06-15' });
const read = (text: string) => judge(recognize(articleOf(text)));

/** What the rule alone makes of a list. */
function talksOfMany(text: string) {
  const vocabulary = new Vocabulary();
  const recognition = createRecognizer(loadSchema(), vocabulary)(articleOf(text));
  return createMultilateralFinder(vocabulary)(recognition);
}

it('a base stands in no second country', () => {
  const { states, events } = read('أقلعت طائرات من قاعدة العديد الجوية في قطر، وهبطت في العراق قرب الموصل.');
  expect(states.map(({ type }) => type)).toContain('located_in');
  expect(events.map(({ key }) => key)).not.toContain('base:al-udeid located_in country:IQ');
});

it('a list far from the talks makes talks only of those between whom a sentence may state them', () => {
  const text = 'استؤنفت المحادثات أمس. ومن بين الدول المشاركة مصر والأردن والعراق.';
  expect(talksOfMany(text).map(({ type }) => type)).toContain('negotiates_with');
  expect(read(text).states.map(({ type }) => type)).not.toContain('negotiates_with');
});

it('a list of those who talk is believed', () => {
  const { states } = read('اختتمت في بيروت محادثات بين مصر والأردن والعراق.');
  expect(states.filter(({ type }) => type === 'negotiates_with')).toHaveLength(3);
});
