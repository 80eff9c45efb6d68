import { describe, expect, test } from 'vitest';
import { createCensus, toGazetteer } from '../../src/extract/entities/census.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { loadSchema } from '../../src/schema/index.js';

const TEXT =
  `أكد وزير الزراعة التونسي سمير الطرودي أن جمعية المزارعين الأحرار تدعم الخطة. وأضاف الطرودي أن قاعدة برنابور الجوية في
تونس ستفتح قرب قاعدة عسكرية فرنسية في تشاد.`.replaceAll('\n', ' ');

describe('what a user curates', () => {
  const schema = loadSchema();
  const census = createCensus();
  census.add(createRecognizer(schema)({ id: 'x', title: '', text: TEXT, language: 'ar' }));
  const rows = census.rows();
  const known = new Set(rows.filter(({ entity }) => entity.known).map(({ entity }) => entity.id));
  const found = toGazetteer(rows, known);

  test('unknown names come first', () => {
    expect(rows.map(({ entity }) => entity.known)).toEqual(
      [...rows.map(({ entity }) => entity.known)].sort(),
    );
  });
  test('people carry the offices that the text gives them', () => {
    expect(found.leaders).toMatchObject([
      { id: 'leader:samir-al-tarodi', offices: [{ office: 'agriculture-minister', of: 'country:TN' }] },
    ]);
  });
  test('bases carry their country, and those without a name are left out', () => {
    expect(found.bases).toMatchObject([{ id: 'base:baranabor', country: 'TN' }]);
  });
  test('given back, the names are known', () => {
    const gazetteer = {
      ...schema.gazetteer,
      leaders: [...schema.gazetteer.leaders, ...found.leaders],
      organizations: [...schema.gazetteer.organizations, ...found.organizations],
      bases: [...schema.gazetteer.bases, ...found.bases],
    };
    const again = createRecognizer({ ...schema, gazetteer })({
      id: 'x',
      title: '',
      text: TEXT,
      language: 'ar',
    });
    const unknown = again.mentions.filter(({ entity }) => !entity.known && entity.named !== false);
    expect(unknown.map(({ entity }) => entity.id)).toEqual([]);
  });
});
