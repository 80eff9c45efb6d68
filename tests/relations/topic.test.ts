import { describe, expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { SubjectSlot } from '../../src/extract/relations/slot-kinds.js';
import { loadSchema } from '../../src/schema/index.js';

const { recognize, judge } = createSteps(loadSchema());

/** Who the subject that a sentence leaves unsaid is, sentence after sentence. */
function unsaid(text: string): string[] {
  const found: string[] = [];
  judge(recognize({ id: 'test', title: '', text, language: 'ar', date: '2018-05-01' }), (_, subjects) => {
    const topic = [...subjects.values()].find(([, slot]) => slot === SubjectSlot.Topic);
    if (topic) found.push(topic[0].mention.entity.id);
  });
  return found;
}

describe('the subject that a sentence leaves unsaid', () => {
  it('stays the speaker, whoever acts in what he says', () => {
    expect(
      unsaid(
        'قالت أنغيلا ميركل إن الوضع صعب. وأكدت أن الولايات المتحدة تهدد فنزويلا. وأضافت أن على كوبا أن تنتظر.',
      ),
    ).toEqual(['leader:angela-merkel', 'leader:angela-merkel']);
  });

  it('is whoever acted last where nobody goes on speaking', () => {
    expect(
      unsaid('قالت أنغيلا ميركل إن الوضع صعب. وهددت الولايات المتحدة فنزويلا. وأعلنت أنها سترد على كوبا.'),
    ).toEqual(['country:US']);
  });

  it('is nobody where sources without a name speak', () => {
    expect(
      unsaid(
        'قالت أنغيلا ميركل إن الوضع صعب. وقالت مصادر محلية إن كوبا سترد. وأكد شهود أن سفينة وصلت إلى كوبا.',
      ),
    ).toEqual([]);
  });
});
