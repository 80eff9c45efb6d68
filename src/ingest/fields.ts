import type { RawRecord, RecordField } from './types.js';

/** Usual names of a field, in the order in which they are tried. Compared without case, spaces, - and _. */
const SYNONYMS: Readonly<Record<RecordField, readonly string[]>> = {
  id: ['id', 'docid', 'docno', 'doc', 'articleid', 'newsid', 'uid', 'guid', 'key', '_id', 'المعرف'],
  title: ['title', 'headline', 'head', 'heading', 'subject', 'name', 'العنوان', 'عنوان'],
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'maintext',
    'article',
    'story',
    'contenttext',
    'paragraphs',
    'description',
    'summary',
    'النص',
    'نص',
    'المحتوى',
  ],
  date: [
    'date',
    'publishedat',
    'published',
    'publishdate',
    'publicationdate',
    'datepublished',
    'pubdate',
    'datetime',
    'time',
    'timestamp',
    'createdat',
    'created',
    'dateline',
    'التاريخ',
    'تاريخ',
    'تاريخالنشر',
  ],
  source: [
    'source',
    'sourcename',
    'publisher',
    'newspaper',
    'outlet',
    'site',
    'sitename',
    'agency',
    'domain',
    'المصدر',
    'مصدر',
    'الصحيفة',
  ],
  url: [
    'url',
    'link',
    'href',
    'uri',
    'permalink',
    'sourceurl',
    'articleurl',
    'canonicalurl',
    'الرابط',
    'رابط',
  ],
};
const FIELDS = Object.keys(SYNONYMS) as RecordField[];

/** The fields that an article needs, found in a record under usual or given names. */
export function fieldsOf(
  record: Readonly<Record<string, unknown>>,
  names: Partial<Readonly<Record<RecordField, string>>>,
): Partial<Record<RecordField, string>> {
  const found: Partial<Record<RecordField, string>> = {};
  let keys: Map<string, string> | undefined;
  for (const field of FIELDS) {
    const named = names[field];
    let value = named === undefined ? scalar(record[field]) : scalar(reach(record, named));
    if (value === undefined && named === undefined) {
      keys ??= new Map(Object.keys(record).map(key => [simplify(key), key]));
      for (const synonym of SYNONYMS[field]) {
        const key = keys.get(synonym);
        value = key === undefined ? undefined : scalar(record[key]);
        if (value !== undefined) break;
      }
    }
    if (value !== undefined) found[field] = value;
  }
  return found;
}

export function toRecord(
  record: Readonly<Record<string, unknown>>,
  names: Partial<Readonly<Record<RecordField, string>>>,
  place: string | undefined,
): RawRecord {
  return { kind: 'record', ...fieldsOf(record, names), ...(place === undefined ? {} : { place }) };
}

function simplify(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/gu, '');
}

/** A value as a string: texts and numbers as they are, lists of paragraphs joined, `{name}` and `{$t}` by their name. */
function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(scalar).filter(part => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('\n');
  }
  if (typeof value === 'object' && value !== null) {
    for (const key of ['name', 'title', 'text', '$date', '$oid', 'value']) {
      if (Object.hasOwn(value, key)) return scalar((value as Record<string, unknown>)[key]);
    }
  }
  return undefined;
}

/** The value at a path such as `meta.published.date`; a key with dots in it goes first. */
function reach(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
