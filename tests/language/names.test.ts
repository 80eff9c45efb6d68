import { describe, expect, test } from 'vitest';
import { headsOf, readingsOf } from '../../src/language/arabic/clitics.js';
import { fold } from '../../src/language/arabic/normalize.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { skeleton, slug, transliterate } from '../../src/language/arabic/transliterate.js';

describe('names', () => {
  test('spellings that sound alike have one skeleton', () => {
    expect(skeleton('شويغو')).toBe(skeleton('شويجو'));
    expect(skeleton('نتنياهو')).toBe(skeleton('نتانياهو'));
    expect(skeleton('ترامب')).toBe(skeleton('ترمب'));
    expect(skeleton('بوتين')).not.toBe(skeleton('بايدن'));
  });
  test('an Arabic name is written in Latin letters, and as an identifier', () => {
    expect(transliterate('محمد سلمان')).toBe('Mohammed Salman');
    expect(slug(transliterate(fold('محمد سلمان')))).toBe('mohammed-salman');
    expect(transliterate('NATO')).toBe('NATO');
  });
});

describe('clitics', () => {
  test('the whole word comes first, then what may stand before it is taken off', () => {
    const [first, ...others] = headsOf('وارسو');
    expect(first?.stem).toBe('وارسو');
    expect(others.map(({ stem }) => stem)).toContain('ارسو');
    expect(headsOf('وللامم').some(({ stem, definite }) => definite && stem === 'امم')).toBe(true);
  });
  test('pronouns come off the end', () => {
    const form = new Vocabulary().form('زيارته', 'word');
    expect(readingsOf(form)).toContainEqual(expect.objectContaining({ stem: 'زياره', suffix: 'ه' }));
  });
});
