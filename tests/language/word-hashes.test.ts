import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/arabic/normalize.js';
import { wordHashes } from '../../src/language/word-hashes.js';

const hashes = (text: string) => [...wordHashes(text)];

describe('hashes of words', () => {
  it.each([
    ['أحمد إلى مدرسةٍ ٢٠٢٠', 'احمد الي مدرسه 2020'],
    ['الأمــم المتّحدة', 'الامم المتحده'],
    ['ﻻ ﷺ Café', 'لا صلي الله عليه وسلم cafe'],
  ])('are those of the folded words: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(hashes(text)).toEqual(hashes(folded));
  });

  it('tell words apart by what stands between them, not by what is dropped', () => {
    expect(hashes('من، إلى')).toEqual(hashes('من إلى'));
    expect(hashes('ب\u200fيت')).toEqual(hashes('بيت'));
    expect(hashes('ب\u0000يت')).toHaveLength(2);
    expect(hashes(' ، ')).toEqual([]);
  });
});
