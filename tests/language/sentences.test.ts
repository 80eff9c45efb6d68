import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/arabic/sentences.js';
import { tokenize, Vocabulary } from '../../src/language/arabic/tokens.js';

function split(text: string) {
  const tokens = tokenize(text, new Vocabulary());
  return { tokens, sentences: splitSentences(text, tokens) };
}

describe('a text without stops', () => {
  it('is cut at a pause, so that no sentence grows without end', () => {
    const { tokens, sentences } = split('وصل الوفد إلى المدينة ثم غادرها، '.repeat(500));
    expect(sentences.length).toBeGreaterThan(10);
    for (const { first, last, index } of sentences) {
      expect(last - first).toBeLessThanOrEqual(300);
      expect(tokens.slice(first, last).every(token => token.sentence === index)).toBe(true);
      if (index < sentences.length - 1) expect(tokens[last - 1]?.form.text).toBe('،');
    }
    expect(sentences.at(-1)?.last).toBe(tokens.length);
  });

  it('is cut between words where there is no pause', () => {
    const { tokens, sentences } = split('كلمة '.repeat(1000));
    expect(sentences.map(({ first, last }) => last - first)).toEqual([300, 300, 300, 100]);
    expect(tokens.at(-1)?.sentence).toBe(3);
  });
});

describe('the dot of a title', () => {
  it.each([
    ['a doctor', 'وصل د. سامي إلى المتحف.', 1],
    ['an engineer', 'افتتحت م. هدى المتحف.', 1],
    ['a year', 'بني المتحف عام 1980 م. ثم أغلق.', 2],
    ['a word', 'وصل الوفد. ثم غادر.', 2],
  ])('%s: %s', (_, text, count) => {
    expect(split(text).sentences).toHaveLength(count);
  });
});
