import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LeaderEntry, OfficeEntry, OfficeTerm } from '../../src/schema/types.js';

const leaders: readonly LeaderEntry[] = read('leaders.json');
const offices: readonly OfficeEntry[] = read('offices.json');

describe('offices', () => {
  it('have unique ids', () => {
    expect(repeated(offices.map(({ id }) => id))).toEqual([]);
  });

  it('list each title once, without the article on the first word', () => {
    for (const { id, ar } of offices) {
      expect(repeated(ar), id).toEqual([]);
      expect(
        ar.filter(title => title.startsWith('ال')),
        id,
      ).toEqual([]);
    }
  });

  it('name ministers of both sexes, and before a country too', () => {
    const foreign = offices.find(({ id }) => id === 'foreign-minister');
    expect(foreign?.ar).toEqual(
      expect.arrayContaining(['وزير الخارجية', 'وزيرة الخارجية', 'وزير خارجية', 'وزيرة خارجية']),
    );
  });
});

describe('leaders', () => {
  it('have unique ids', () => {
    expect(repeated(leaders.map(({ id }) => id))).toEqual([]);
  });

  it('hold offices that exist, from a date to a later one', () => {
    const known = new Set(offices.map(({ id }) => id));
    for (const { id, offices: terms } of leaders)
      for (const { office, of, from, to } of terms) {
        expect(known.has(office), `${id}: ${office}`).toBe(true);
        expect(of, id).toMatch(/^(country:[A-Z]{2}|org:[a-z0-9-]+(:[A-Z]{2})?)$/);
        for (const date of [from, to])
          if (date !== undefined) expect(date, id).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
        if (from !== undefined && to !== undefined) expect(from <= to, `${id}: ${from}/${to}`).toBe(true);
      }
  });

  it('share no name that denotes one of them alone', () => {
    const names = leaders.flatMap(({ label, aliases }) => [...new Set([label.ar, ...aliases.ar].map(fold))]);
    expect(repeated(names)).toEqual([]);
  });

  it('are named in Arabic letters, without the marks of the source lists', () => {
    for (const { id, label, aliases, short } of leaders)
      for (const name of [label.ar, ...aliases.ar, ...(short?.ar ?? [])])
        expect(name, id).toMatch(/^[\u0621-\u0652]+([ .-]+[\u0621-\u0652]+)*$/);
  });

  it('are told apart where two bear one family name', () => {
    const bush = leaders.filter(({ short }) => short?.ar.includes('بوش')).map(({ id }) => id);
    expect(bush).toContain('leader:george-w-bush');
    const assad = leaders.filter(({ short }) => short?.ar.includes('الأسد')).map(({ id }) => id);
    expect(assad).toEqual(expect.arrayContaining(['leader:bashar-al-assad', 'leader:hafez-al-assad']));
    expect(holderOfName('كيم جونغ إيل')).toBe('leader:kim-jong-il');
    expect(holderOfName('كيم جونج أون')).toBe('leader:kim-jong-un');
  });

  it.each([
    ['president', 'country:RU', '2010-05-01', 'leader:dmitry-medvedev'],
    ['president', 'country:RU', '2024-03-01', 'leader:vladimir-putin'],
    ['prime-minister', 'country:RU', '2010-05-01', 'leader:vladimir-putin'],
    ['president', 'country:US', '2008-06-01', 'leader:george-w-bush'],
    ['president', 'country:US', '2018-04-17', 'leader:donald-trump'],
    ['secretary-of-state', 'country:US', '2018-05-10', 'leader:mike-pompeo'],
    ['king', 'country:SA', '2014-06-01', 'leader:king-abdullah-bin-abdulaziz'],
    ['king', 'country:SA', '2015-07-21', 'leader:king-salman'],
    ['crown-prince', 'country:SA', '2016-06-01', 'leader:mohammed-bin-nayef'],
    ['prime-minister', 'country:GB', '2018-04-17', 'leader:theresa-may'],
    ['foreign-minister', 'country:TR', '2018-01-20', 'leader:mevlut-cavusoglu'],
    ['supreme-leader', 'country:IR', '2018-05-08', 'leader:ali-khamenei'],
    ['secretary-general', 'org:nato', '2018-07-11', 'leader:jens-stoltenberg'],
    ['secretary-general', 'org:un', '2015-09-28', 'leader:ban-ki-moon'],
  ])('tell who was %s of %s on %s', (office, of, date, id) => {
    expect(holders(office, of, date)).toEqual([id]);
  });

  it.each([
    ['شي جين بينغ', 'leader:xi-jinping'],
    ['أردوغان', 'leader:recep-tayyip-erdogan'],
    ['إردوغان', 'leader:recep-tayyip-erdogan'],
    ['نتانياهو', 'leader:benjamin-netanyahu'],
    ['ترمب', 'leader:donald-trump'],
    ['عبدالفتاح السيسي', 'leader:abdel-fattah-el-sisi'],
    ['ستافان دي ميستورا', 'leader:staffan-de-mistura'],
  ])('know %s', (name, id) => {
    expect(holderOfName(name)).toBe(id);
  });

  it.each(['بين', 'صالح', 'هادي', 'الشيخ', 'سلمان'])('do not answer to the common word %s alone', name => {
    expect(holderOfName(name)).toBeUndefined();
  });
});

function read<T>(file: string): T {
  const url = new URL(`../../graph-schema/gazetteer/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}

function holders(office: string, of: string, date: string): string[] {
  const holds = (term: OfficeTerm) =>
    term.office === office &&
    term.of === of &&
    (term.from ?? '') <= date &&
    (term.to === undefined || date <= term.to);
  return leaders.filter(({ offices: terms }) => terms.some(holds)).map(({ id }) => id);
}

function holderOfName(name: string): string | undefined {
  const wanted = fold(name);
  return leaders.find(({ label, aliases }) => [label.ar, ...aliases.ar].some(own => fold(own) === wanted))
    ?.id;
}

function fold(name: string): string {
  return name
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي');
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
