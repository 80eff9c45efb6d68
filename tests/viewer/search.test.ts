import { describe, expect, it } from 'vitest';
import { payload } from '../../src/export/html-payload.js';
import { decode } from '../../src/viewer/data/decode.js';
import { fold, skeleton, words } from '../../src/viewer/data/fold.js';
import { search, searchIndex } from '../../src/viewer/data/search.js';
import { schema } from './support/schema.js';
import { smallGraph } from './support/small-graph.js';

const limits = { nodes: 1000, edges: 1000, statements: 40 };
const index = searchIndex(decode(payload(smallGraph(), schema, { title: 't', limits })));
const first = (query: string) => search(index, query)[0]?.node.id;

describe('folding', () => {
  it('makes hamza, ta marbuta, diacritics and tatweel equal', () => {
    expect(fold('أُرْدُوغـــان')).toBe(fold('اردوغان'));
    expect(fold('سورية')).toBe(fold('سوريه'));
  });
  it('leaves the article out', () => {
    expect(words('السعودية')).toEqual(words('سعودية'));
    expect(words('Bashar al-Assad')).toEqual(['bashar', 'assad']);
  });
  it('hears the same consonants in both scripts', () => {
    expect(skeleton('شويغو')).toBe(skeleton('Shoigu'));
  });
});

describe('search', () => {
  it.each([
    ['روسيا', 'country:RU'],
    ['الروسيا', 'country:RU'],
    ['russia', 'country:RU'],
    ['اردوغان', 'leader:erdogan'],
    ['Erdogan', 'leader:erdogan'],
    ['سعوديه', 'country:SA'],
    ['الأسد', 'leader:bashar-al-assad'],
    ['Assad', 'leader:bashar-al-assad'],
    ['امريكا', 'country:US'],
    ['nato', 'org:nato'],
    ['shoygu', 'leader:sergei-shoigu'],
    ['طرطوس', 'base:tartus'],
  ])('finds %s', (query, id) => expect(first(query)).toBe(id));

  it('puts the more important of equals first', () => {
    const ids = search(index, 'وزارة').map(hit => hit.node.id);
    expect(ids).toContain('org:ministry-of-defence:RU');
  });
  it('finds nothing for nothing', () => {
    expect(search(index, '  ')).toEqual([]);
    expect(search(index, 'غير موجود البتة')).toEqual([]);
  });
});
