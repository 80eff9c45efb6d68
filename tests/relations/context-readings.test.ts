import { expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { relationTable } from '../../src/extract/relations/candidates.js';
import { circumstancesOf } from '../../src/extract/relations/circumstances/index.js';
import { contextReading } from '../../src/extract/relations/context-readings.js';
import { isPairAlone, NO_SCORE } from '../../src/extract/relations/reading.js';
import { createStatementBuilder } from '../../src/extract/relations/statements.js';
import type { Phrase } from '../../src/extract/relations/syntax.js';
import type { Statement } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';

const schema = loadSchema();
const { recognize, judge, model } = createSteps(schema);
const relations = relationTable(schema.relationTypes);

/** What a sentence states of its first two phrases by itself, around one of its words. */
function stated(text: string, word: string): Statement[] {
  const recognition = recognize({ id: 'test', title: '', text, language: 'ar', date: '2022-06-15' });
  const builder = createStatementBuilder(recognition);
  judge(recognition, (sentence, subjects) => {
    const [from, to] = sentence.phrases as [Phrase, Phrase];
    const predicate = sentence.tokens.findIndex(({ form }) => form.text === word);
    const reading = contextReading(
      sentence,
      subjects,
      {
        subject: from.mention.entity.id,
        relation: 'aids',
        object: to.mention.entity.id,
        score: 1,
        linear: NO_SCORE,
        pair: 1,
        sentence: sentence.index,
        isTitle: false,
        predicate,
        subjectAt: from.start,
        objectAt: to.start,
        phrases: sentence.phrases.length,
        subjectSlot: 0,
        objectSlot: 0,
        swap: false,
        subjectGroup: from.group,
        objectGroup: to.group,
        core: false,
      },
      [from, to],
      relations,
    );
    expect(reading.linear).toBe(NO_SCORE);
    expect(isPairAlone(reading)).toBe(true);
    const [circumstances] = circumstancesOf([reading.candidate], model.circumstances);
    if (circumstances) builder.addEvent(reading, circumstances, 0.7);
  });
  return builder.statements();
}

it.each([
  ['a word of the lexicon', 'أعلنت فرنسا أنها ستسلم لبنان ناقلات.', 'ستسلم', 'planned'],
  ['any other word', 'فرنسا مظلة لبنان في المحن.', 'مظلة', 'actual'],
])('a relation read from two phrases is stated around %s', (_, text, word, modality) => {
  const [statement, ...others] = stated(text, word);
  expect(others).toEqual([]);
  expect(statement).toMatchObject({
    subject: 'country:FR',
    type: 'aids',
    object: 'country:LB',
    rule: 'context',
    polarity: 'affirmed',
    modality,
    confidence: 0.7,
  });
});
