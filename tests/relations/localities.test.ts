import { describe, expect, it } from 'vitest';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { readModel } from '../../src/extract/extractor.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import { withLocalities } from '../../src/extract/relations/localities.js';
import { createLocalityReader } from '../../src/extract/relations/place-names.js';
import { createEventReader } from '../../src/extract/relations/reader.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { loadSchema } from '../../src/schema/index.js';

const schema = loadSchema();
const vocabulary = new Vocabulary();
const recognize = createRecognizer(schema, vocabulary);
const places = createLocalityReader(schema.gazetteer.places, vocabulary);
const events = createEventReader(schema, readModel<ClustersFile>('clusters.ar.json'), vocabulary);

const recognized = (text: string) =>
  recognize({ id: 'test', title: '', text, language: 'ar', date: '2022-06-15' });

/** The places read in a text, as `words ISO`. */
function placesOf(text: string): string[] {
  const recognition = recognized(text);
  return withLocalities(recognition, recognition.mentions, places)
    .filter(({ locality }) => locality)
    .map(({ start, end, entity }) => `${recognition.document.text.slice(start, end)} ${entity.iso}`);
}

/** The candidates of a text in which a place is the subject or object: `subject type object`, the place's end in brackets. */
function candidatesOf(text: string): Set<string> {
  const found = new Set<string>();
  events.read(recognized(text), (_sentence, _subjects, candidates) => {
    for (const { sense, subject, object } of candidates) {
      const [from, to] = sense.swap ? [object, subject] : [subject, object];
      if (!from.mention.locality && !to.mention.locality) continue;
      const nameOf = ({ mention }: typeof from) =>
        mention.locality ? `[${mention.entity.iso}]` : mention.entity.id;
      found.add(`${nameOf(from)} ${sense.relation} ${nameOf(to)}`);
    }
  });
  return found;
}

/** The grammatical subjects that the verbs of a text are read with. */
function subjectsOf(text: string): string[] {
  const found: string[] = [];
  events.readSentences(recognized(text), (_sentence, subjects) => {
    for (const [phrase] of subjects.values()) found.push(phrase.mention.entity.id);
  });
  return found;
}

describe('a place within a country', () => {
  it('stands for the country where the article names it', () => {
    expect(placesOf('انسحبت الوحدات من منبج، بحسب ما أعلنت الحكومة السورية.')).toEqual(['منبج SY']);
    expect(placesOf('قال رئيس جمهورية مالي إن قوات فرنسية تحركت قرب غاو.')).toEqual(['غاو ML']);
    expect(placesOf('انسحبت الوحدات من منبج بعد اتفاق جديد.')).toEqual([]);
  });

  it('is found behind conjunctions, prepositions and the article', () => {
    const text = 'وصلت المساعدات للحديدة وتعز، فيما تستمر المعارك بصعدة وبالضالع في اليمن.';
    expect(placesOf(text)).toEqual(['حديدة YE', 'تعز YE', 'صعدة YE', 'الضالع YE']);
  });

  it('may have several words', () => {
    const text = 'قصف الطيران السوري دير الزور وعين العرب.';
    expect(placesOf(text)).toEqual(['دير الزور SY', 'عين العرب SY']);
  });

  it('is read by a name with another meaning only behind a word for places, or in a row with places', () => {
    expect(placesOf('وصل الجنود الأتراك إلى مدينة الباب السورية القديمة.')).toEqual([]);
    expect(placesOf('دخل الجنود الأتراك مدينة الباب في شمال سوريا.')).toEqual(['الباب SY']);
    expect(placesOf('أغلق الجنود السوريون الباب أمام المتظاهرين.')).toEqual([]);
    expect(placesOf('عزز الجيش السوري مواقعه قرب منبج والباب.')).toEqual(['منبج SY', 'الباب SY']);
  });

  it('is none inside the names of bodies, events and clubs', () => {
    expect(placesOf('قال باحث في جامعة حلب إن سوريا تحتاج إلى الوقت.')).toEqual([]);
    expect(placesOf('رحب اليمن بتنفيذ اتفاق الحديدة.')).toEqual([]);
    expect(placesOf('فاز مانشستر سيتي في بريطانيا أمس.')).toEqual([]);
  });

  it('is none where the adjective of a country says whose it is: that is a mention already', () => {
    expect(placesOf('التقى الوفد الفرنسي في مدينة ليون الفرنسية.')).toEqual([]);
  });

  it('is no adverb and no noun with a pronoun', () => {
    expect(placesOf('تدعو سوريا دومًا إلى الحوار.')).toEqual([]);
    expect(placesOf('زار الشاب السعودي جده في المستشفى.')).toEqual([]);
    expect(placesOf('زار الشاب السعودي مدينة جده.')).toEqual(['جده SA']);
  });

  it('of a name that two countries have lies in the one that the article names, or names more', () => {
    expect(placesOf('اندلعت مواجهات قرب القنيطرة في جنوب سوريا.')).toEqual(['القنيطرة SY']);
    expect(placesOf('افتتح المغرب مصنعا للسيارات في القنيطرة.')).toEqual(['القنيطرة MA']);
    expect(placesOf('يصل خط جديد بين سوريا والمغرب عبر القنيطرة.')).toEqual([]);
  });

  it('is no mention of the article, only of what relations are read from', () => {
    const { mentions } = recognized('انسحبت الوحدات من منبج، بحسب ما أعلنت الحكومة السورية.');
    expect(mentions.some(({ locality }) => locality)).toBe(false);
  });
});

describe('relations with a place within a country', () => {
  it('have it where a place or the victim of an attack stands', () => {
    const text = 'شن الجيش الروسي غارات على إدلب. وطالبت سوريا بوقف القتال.';
    expect(candidatesOf(text)).toContain('org:armed-forces:RU attacks [SY]');
    expect(candidatesOf('نشرت تركيا قوات في عفرين. ونددت سوريا بذلك.')).toContain(
      'country:TR deploys_to [SY]',
    );
  });

  it('share what one of several places has', () => {
    const found: string[] = [];
    events.read(recognized('قصفت إسرائيل حمص وحماة في سوريا.'), ({ phrases }) => {
      for (const { mention, group } of phrases) if (mention.locality) found.push(`${mention.first} ${group}`);
    });
    const groups = new Set(found.map(place => place.split(' ')[1]));
    expect(found).toHaveLength(2);
    expect(groups.size).toBe(1);
  });

  it('have no town that acts, talks or is spoken with', () => {
    const text = 'هاجمت حلب إسرائيل، وانتقدت إدلب تركيا. ولم تعلق سوريا.';
    for (const candidate of candidatesOf(text)) expect(candidate).not.toMatch(/^\[SY] (attacks|criticizes)/);
    expect([...candidatesOf('انتقدت روسيا إدلب. وردت سوريا.')]).toEqual([]);
  });

  it('let a province border a country', () => {
    expect(candidatesOf('تقع المعارك في محافظة إدلب المتاخمة لتركيا. وتتابع سوريا ذلك.')).toContain(
      '[SY] borders country:TR',
    );
  });

  it('leave the verb its subject', () => {
    expect(subjectsOf('روسيا في حلب تقصف المعارضة. وتؤكد سوريا ذلك.')).toContain('country:RU');
    expect(subjectsOf('سقطت حلب بعد المعارك في سوريا.')).toEqual([]);
    expect(subjectsOf('تشهد إدلب التي تقصفها روسيا في سوريا موجة نزوح.')).toEqual(['country:RU']);
  });
});
