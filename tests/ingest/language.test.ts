import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/ingest/language.js';
import { PROSE, readFile, TEXT } from './help.js';

describe('the language of a text', () => {
  it.each([
    ['ar', TEXT],
    ['ar', 'حضر السفير.'],
    ['ar', 'افتتح مدير شركة Example Holding فرعها في دبي، بحضور ممثلين عن Sample Energy وشركات أخرى.'],
    ['ar', 'زار الوفد مدينة پاريس ثم گوتنبرگ في السويد وعاد إلى القاهرة مساء أمس من دون تصريحات.'],
    ['fa', 'وزیر نیرو امروز از سد جدید بازدید کرد و گفت که این پروژه برای سه استان آب تأمین می‌کند.'],
    ['ur', 'وزیر نے آج نئے ڈیم کا دورہ کیا اور کہا کہ یہ منصوبہ تین اضلاع کو پانی فراہم کرے گا۔'],
    ['ckb', 'وەزیر ئەمڕۆ سەردانی بەنداوی نوێی کرد و گوتی ئەم پڕۆژەیە ئاو بۆ سێ پارێزگا دابین دەکات.'],
    ['und-Latn', 'The minister visited the new dam today and said it would supply three provinces.'],
    ['und-Cyrl', 'Министр сегодня посетил новую плотину на севере страны.'],
    ['he', 'השר ביקר היום בסכר החדש בצפון הארץ.'],
    ['und', '12345 — 67'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage('', text)).toBe(language);
  });
});

it('an article that is not Arabic is left out, and named', async () => {
  const lines = [
    { id: 'a', title: PROSE.title, text: TEXT },
    { id: 'b', title: 'News', text: 'The minister visited the new dam today.' },
  ];
  const { articles, skipped } = await readFile('a.jsonl', lines.map(line => JSON.stringify(line)).join('\n'));
  expect(articles.map(article => article.id)).toEqual(['a']);
  expect(skipped).toMatchObject([
    { place: 'line 2', reason: 'language', message: 'is not Arabic (Latin script)' },
  ]);
});
