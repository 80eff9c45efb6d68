import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../src/language/arabic/clitics.js';
import { fold } from '../../src/language/arabic/normalize.js';
import { findRelativeDates } from '../../src/language/arabic/relative-dates.js';
import { splitSentences } from '../../src/language/arabic/sentences.js';
import { tokenize, Vocabulary } from '../../src/language/arabic/tokens.js';
import { conjugate } from '../../src/language/arabic/verbs.js';

const vocabulary = new Vocabulary();

describe('folding', () => {
  it.each([
    ['أميركا', 'امیرکا'],
    ['القاهرة', 'القاهره'],
    ['مُحَمَّــد', 'محمد'],
    ['٢٠٢٤', '2024'],
    ['ﻻ', 'لا'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
});

describe('verb forms', () => {
  const forms = (verb: string) => conjugate(verb).map(({ form }) => form);
  it('loses the weak ending where Arabic does', () => {
    expect(forms('التقى يلتقي')).toEqual(
      expect.arrayContaining(['التقت', 'التقوا', 'يلتقون', 'يلتق'].map(fold)),
    );
    expect(forms('زار يزور')).toEqual(expect.arrayContaining(['زارت', 'يزورون', 'يزر'].map(fold)));
  });
});

describe('clitics', () => {
  const stems = (word: string) => readingsOf(vocabulary.form(word, 'word')).map(({ stem }) => stem);
  it('come off, and may belong to the word', () => {
    expect(stems('وللأمم')).toContain('امم');
    expect(stems('وارسو')).toContain('وارسو');
    expect(stems('زيارته')).toContain('زياره');
  });
});

describe('sentences', () => {
  it('end at full stops outside abbreviations and numbers', () => {
    const text = 'قال (أ.ف.ب) إن النمو بلغ 3.5 في المئة. ثم صمت.';
    const sentences = splitSentences(text, tokenize(text, vocabulary));
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toHaveLength(2);
  });
});

describe('relative dates', () => {
  const find = (text: string) => {
    const tokens = tokenize(text, vocabulary);
    return findRelativeDates(tokens, 0, tokens.length, '2024-11-27').map(({ iso }) => iso);
  };
  it.each([
    ['وصل أمس', '2024-11-26'],
    ['وصل الثلاثاء', '2024-11-26'],
    ['يصل الخميس المقبل', '2024-11-28'],
    ['وصل الشهر الماضي', '2024-10'],
    ['يصل العام المقبل', '2025'],
    ['يصل الأسبوع المقبل', '2024-12-01/2024-12-07'],
  ])('%s is %s', (text, iso) => {
    expect(find(text)).toEqual([iso]);
  });
});
