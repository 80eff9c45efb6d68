import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { LEAST_LINEAR_SCORE } from '../../src/extract/relations/readings.js';
import { articlesFromText } from '../../src/ingest/index.js';
import { loadSchema } from '../../src/schema/index.js';

const FOLDER = 'examples/articles';

it('a score that need not be exact is the exact one where it is high enough, and is low where that is', () => {
  const { recognize, judge, model } = createSteps(loadSchema());
  let [high, cut] = [0, 0];
  for (const name of readdirSync(FOLDER).filter(file => file.endsWith('.txt')))
    for (const article of articlesFromText(readFileSync(`${FOLDER}/${name}`, 'utf8')))
      judge(recognize(article), (_sentence, _subjects, candidates) => {
        for (const candidate of candidates) {
          const exact = model.score(candidate);
          const quick = model.score(candidate, LEAST_LINEAR_SCORE);
          if (exact > LEAST_LINEAR_SCORE) {
            high++;
            expect(quick).toBe(exact);
          } else {
            if (quick !== exact) cut++;
            expect(quick).toBeLessThanOrEqual(LEAST_LINEAR_SCORE);
          }
        }
      });
  expect(high).toBeGreaterThan(50);
  expect(cut).toBeGreaterThan(50);
});
