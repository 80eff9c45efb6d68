import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folder, PROSE, read, readFile, TEXT } from './help.js';
import { docxOf, pdfOf, zipOf } from './make.js';

const RECORD = {
  id: 'n-1',
  title: PROSE.title,
  date: '2022-03-09',
  source: 'صحيفة الوادي',
  url: 'https://example.org/n/1',
  text: TEXT,
};
const ARTICLE = { ...RECORD, language: 'ar' };

describe('JSON', () => {
  it('is one object, an array, objects one after another, or a list inside an object', async () => {
    const two = { ...RECORD, id: 'n-2', text: PROSE.second };
    for (const content of [
      JSON.stringify([RECORD, two], null, 2),
      `${JSON.stringify(RECORD, null, 2)}\n${JSON.stringify(two, null, 2)}`,
      JSON.stringify({ status: 'ok', data: { articles: [RECORD, two] } }),
    ]) {
      const { articles } = await readFile('a.json', content);
      expect(articles.map(article => article.id)).toEqual(['n-1', 'n-2']);
      expect(articles[0]).toEqual(ARTICLE);
    }
    expect((await readFile('a.json', JSON.stringify(RECORD))).articles).toEqual([ARTICLE]);
  });

  it('leaves the text as it is, so that offsets into it hold', async () => {
    const text = `  ${PROSE.title}\r\n\r\n${PROSE.first}\u0007 ${PROSE.second}\n`;
    const { articles } = await readFile('a.json', JSON.stringify({ ...RECORD, text }));
    expect(articles[0]?.text).toHaveLength(text.length);
    expect(articles[0]?.text.indexOf(PROSE.second)).toBe(text.indexOf(PROSE.second));
  });

  it('loses only the record that is broken', async () => {
    const content = `[${JSON.stringify(RECORD)}, {"title": "عنوان", "text": }, 5, ${JSON.stringify({ ...RECORD, id: 'n-4' })}, {"title": "مبتور`;
    const { articles, skipped } = await readFile('a.json', content);
    expect(articles.map(article => article.id)).toEqual(['n-1', 'n-4']);
    expect(skipped.map(({ place, reason }) => [place, reason])).toEqual([
      ['record 2', 'broken'],
      ['record 3', 'broken'],
      ['record 5', 'broken'],
    ]);
  });

  it('has its fields under usual names or under given ones', async () => {
    const usual = {
      headline: RECORD.title,
      published_at: '2022-03-09T08:00:00Z',
      outlet: RECORD.source,
      link: RECORD.url,
      body: TEXT,
      guid: 'n-1',
    };
    expect((await readFile('a.json', JSON.stringify(usual))).articles).toEqual([ARTICLE]);
    const own = {
      t: RECORD.title,
      meta: { when: '9 مارس 2022', from: RECORD.source },
      paras: TEXT.split('\n'),
      u: RECORD.url,
      n: 'n-1',
    };
    const fields = { title: 't', date: 'meta.when', source: 'meta.from', text: 'paras', url: 'u', id: 'n' };
    expect((await readFile('a.json', JSON.stringify(own), { fields })).articles).toEqual([ARTICLE]);
  });

  it('has tags in its text turned into lines', async () => {
    const text = `<p>${PROSE.first}</p><p>${PROSE.second}<br/>&laquo;نهاية&raquo;</p>`;
    const { articles } = await readFile('a.json', JSON.stringify({ ...RECORD, text }));
    expect(articles[0]?.text).toBe(`${PROSE.first}\n${PROSE.second}\n«نهاية»`);
  });

  it('is broken where the name says JSON and the content is none', async () => {
    for (const name of ['a.json', 'a.jsonl']) {
      const { articles, skipped } = await readFile(name, `${PROSE.first}, ${PROSE.second}`);
      expect(articles).toEqual([]);
      expect(skipped).toMatchObject([{ reason: 'broken' }]);
      expect(skipped[0]?.message.length).toBeLessThan(200);
    }
    const bare = [RECORD, { ...RECORD, id: 'n-2' }].map(record => JSON.stringify(record)).join(',\n');
    expect((await readFile('a.json', bare)).articles).toHaveLength(2);
  });

  it('lines name the line that is broken, and go on', async () => {
    const lines = [
      JSON.stringify(RECORD),
      '{"title": ',
      '',
      '["x"]',
      JSON.stringify({ ...RECORD, id: 'n-5' }),
    ];
    const { articles, skipped } = await readFile('a.jsonl', lines.join('\r\n'));
    expect(articles.map(article => article.id)).toEqual(['n-1', 'n-5']);
    expect(skipped.map(({ place, reason }) => [place, reason])).toEqual([
      ['line 2', 'broken'],
      ['line 4', 'broken'],
    ]);
  });

  it('lines are recognized without a name', async () => {
    const content = `${JSON.stringify(RECORD)}\n${JSON.stringify({ ...RECORD, id: 'n-2' })}\n`;
    const { items } = await readFile('export', content);
    expect(items).toMatchObject([{ place: 'line 1' }, { place: 'line 2' }]);
  });
});

it('Markdown gives its front matter, its heading and its prose without marks', async () => {
  const { articles } = await readFile(
    'a.md',
    `---\ntitle: "${PROSE.title}"\ndate: 2022-03-09\nsource: صحيفة الوادي\nurl: https://example.org/n/1\nid: n-1\n---\n\n# ${PROSE.title}\n\n**تفقد وزير الري** ${PROSE.first.slice(15)}\n\n## عنوان فرعي\n\n> ${PROSE.second}\n\n- ${PROSE.third.replace('صندوق', '[صندوق](https://example.org/f)')}\n`,
  );
  expect(articles).toEqual([
    { ...ARTICLE, text: `${PROSE.first}\nعنوان فرعي\n${PROSE.second}\n${PROSE.third}` },
  ]);
  const several = `# ${PROSE.title}\n\n${PROSE.first}\n\n# عنوان مقال ثان\n\n${PROSE.second}\n`;
  expect((await readFile('b.md', several)).articles.map(article => article.title)).toEqual([
    PROSE.title,
    'عنوان مقال ثان',
  ]);
});

it('HTML gives what a reader view shows', async () => {
  const page = `<!doctype html><html lang="ar" dir="rtl"><head><title>${PROSE.title} | صحيفة الوادي</title>
<meta property="og:site_name" content="صحيفة الوادي"><meta property="article:published_time" content="2022-03-09T10:00:00+02:00">
<link rel="canonical" href="https://example.org/n/1"><script>var x = "نص برمجي";</script></head>
<body><nav><a href="/">الرئيسية</a><a href="/s">سياسة</a></nav><article><h1>${PROSE.title}</h1>
<figure><img src="a.jpg" width="600" height="400"><figcaption>الوزير عند مدخل السد (رويترز)</figcaption></figure>
<p>${PROSE.first}</p><h3>اقرأ أيضاً</h3><ul><li><a href="/2">خبر آخر لا صلة له بهذا</a></li></ul>
<p>${PROSE.second}</p><p>${PROSE.third}</p></article><footer>جميع الحقوق محفوظة</footer></body></html>`;
  for (const name of ['a.html', 'a.txt', 'saved-page']) {
    const { articles } = await readFile(name, page);
    expect(articles).toEqual([{ ...ARTICLE, id: 'https://example.org/n/1' }]);
  }
});

it('a page saved as one file by a browser (MHTML) is its HTML', async () => {
  const page = `<html><head><title>${PROSE.title}</title></head><body><article><h1>${PROSE.title}</h1><p>${PROSE.first}</p><p>${PROSE.second}</p><p>${PROSE.third}</p></article></body></html>`;
  const quoted = [...Buffer.from(page)]
    .map(byte =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:=[0-9A-F]{2}|[^=]){1,60}/gu, '$&=\r\n');
  for (const [coding, body] of [
    ['quoted-printable', quoted],
    ['base64', Buffer.from(page).toString('base64')],
  ]) {
    const file = `From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b--1"\r\n\r\n------b--1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Location: https://example.org/2022/03/09/n\r\n\r\n${body}\r\n------b--1\r\nContent-Type: image/png\r\n\r\nxxx\r\n------b--1--\r\n`;
    for (const name of ['a.mhtml', 'saved']) {
      const { articles } = await readFile(name, file);
      expect(articles).toMatchObject([
        { title: PROSE.title, text: TEXT, date: '2022-03-09', url: 'https://example.org/2022/03/09/n' },
      ]);
    }
  }
});

it('HTML without metadata is dated by its time element, its captions or its address', async () => {
  const page = (inner: string) =>
    `<html><body><div id="content"><h1>${PROSE.title}</h1>${inner}<p>${PROSE.first}</p><p>${PROSE.second}</p></div></body></html>`;
  const dateOf = async (inner: string, name = 'a.html') =>
    (await readFile(name, page(inner))).articles[0]?.date;
  expect(await dateOf('<time datetime="2021-04-05T10:00">قبل يومين</time>')).toBe('2021-04-05');
  expect(await dateOf('<p>الوزير عند السد في 6 أبريل 2021 (رويترز)</p>')).toBe('2021-04-06');
  expect(await dateOf('', '2021-04-07-dam.html')).toBe('2021-04-07');
  expect(await dateOf('')).toBeUndefined();
});

describe('tables', () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const head = 'id,title,date,source,url,text';
  const row = (id: string, text: string = TEXT) =>
    [id, RECORD.title, RECORD.date, RECORD.source, RECORD.url, quote(text)].join(',');

  it('have articles in rows, with line breaks in quoted cells', async () => {
    const { articles, items } = await readFile(
      'a.csv',
      `\ufeff${head}\r\n${row('n-1')}\r\n${row('n-2', 'قال "نعم" ومضى')}\r\n`,
    );
    expect(articles[0]).toEqual(ARTICLE);
    expect(articles[1]?.text).toBe('قال "نعم" ومضى');
    expect(items[1]).toMatchObject({ place: 'line 5' });
  });

  it('are separated by tabs or semicolons too, and recognized without a name', async () => {
    for (const separator of ['\t', ';', '|']) {
      const content = `${head}\n${row('n-1', PROSE.first)}\n`.replaceAll(/,(?! )/gu, separator);
      expect((await readFile('table', content)).articles[0]).toMatchObject({
        id: 'n-1',
        title: RECORD.title,
      });
    }
  });

  it('lose only the row whose quotation mark is never closed', async () => {
    const content = [
      head,
      row('n-1'),
      'n-2,عنوان,2022-03-09,س,u,"بداية بلا نهاية',
      row('n-3', PROSE.first),
      row('n-4', PROSE.second),
    ].join('\n');
    const { articles, skipped } = await readFile('a.csv', content);
    expect(articles.map(article => article.id)).toEqual(['n-1', 'n-3', 'n-4']);
    expect(skipped).toMatchObject([{ place: 'line 5', reason: 'broken' }]);
  });

  it('say which columns they have where none is the text', async () => {
    const { skipped } = await readFile('a.csv', `x,y\n1,2\n`);
    expect(skipped).toMatchObject([{ reason: 'broken' }]);
    expect(skipped[0]?.message).toContain('x, y');
    const own = `x,y\nعنوان قصير هنا,${PROSE.first.replaceAll(',', '')}\n`;
    expect((await readFile('a.csv', own, { fields: { text: 'y', title: 'x' } })).articles).toHaveLength(1);
    const semicolons = await readFile('a.csv', own.replaceAll(',', ';'), {
      fields: { text: 'y', title: 'x' },
    });
    expect(semicolons.articles).toMatchObject([{ title: 'عنوان قصير هنا', text: PROSE.first }]);
  });
});

describe('feeds', () => {
  it('RSS', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة الوادي</title><link>https://example.org</link><description>أخبار</description>
<item><title>${PROSE.title}</title><link>https://example.org/n/1</link><guid>n-1</guid><pubDate>Wed, 09 Mar 2022 10:00:00 GMT</pubDate><description>${PROSE.first}</description><content:encoded><![CDATA[<p>${PROSE.first}</p><p>${PROSE.second}</p><p>${PROSE.third}</p>]]></content:encoded></item>
<item><title>خبر ثان في الخلاصة نفسها</title><link>https://example.org/n/2</link><description>${PROSE.second}</description></item></channel></rss>`;
    const { articles } = await readFile('a.xml', xml);
    expect(articles[0]).toEqual(ARTICLE);
    expect(articles[1]).toMatchObject({
      id: 'https://example.org/n/2',
      source: 'صحيفة الوادي',
      text: PROSE.second,
    });
  });

  it('Atom', async () => {
    const xml = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة الوادي</title><id>x</id><updated>2022-03-10T00:00:00Z</updated>
<entry><id>n-1</id><title>${PROSE.title}</title><link rel="alternate" href="https://example.org/n/1"/><updated>2022-03-09T10:00:00Z</updated><content type="html">&lt;p&gt;${PROSE.first}&lt;/p&gt;&lt;p&gt;${PROSE.second}&lt;/p&gt;&lt;p&gt;${PROSE.third}&lt;/p&gt;</content></entry></feed>`;
    expect((await readFile('feed', xml)).articles).toEqual([ARTICLE]);
  });
});

it('collections in the manner of TREC', async () => {
  const documents = `<DOC>\n<DOCNO>n-1</DOCNO>\n<TITLE>${PROSE.title}</TITLE>\n<DATE>2022-03-09</DATE>\n<SOURCE>صحيفة الوادي</SOURCE>\n<URL>https://example.org/n/1</URL>\n<TEXT>\n<P>${PROSE.first}</P>\n<P>${PROSE.second}</P>\n<P>${PROSE.third}</P>\n</TEXT>\n</DOC>
<DOC id="WAD_ARB_20220310.0001" type="story"><HEADLINE>عنوان الوثيقة الثانية</HEADLINE><TEXT>${PROSE.second}</TEXT></DOC>\n<DOC><TEXT>مبتور`;
  const { articles, skipped } = await readFile('a.xml', documents);
  expect(articles).toEqual([
    ARTICLE,
    {
      id: 'WAD_ARB_20220310.0001',
      title: 'عنوان الوثيقة الثانية',
      text: PROSE.second,
      date: '2022-03-10',
      language: 'ar',
    },
  ]);
  expect(skipped).toMatchObject([{ reason: 'broken' }]);
});

it('the text of a PDF', async () => {
  const { articles, skipped } = await readFile('a.pdf', pdfOf([PROSE.title, PROSE.first, PROSE.second]));
  expect(skipped).toEqual([]);
  expect(articles[0]?.title).toBe(PROSE.title);
  expect(articles[0]?.text).toContain(PROSE.first.slice(0, 40));
});

it('the text of a Word document', async () => {
  const { articles } = await readFile(
    '2022-03-09-dam.docx',
    await docxOf([PROSE.title, PROSE.first, PROSE.second, PROSE.third]),
  );
  expect(articles).toMatchObject([{ title: PROSE.title, text: TEXT, date: '2022-03-09' }]);
});

describe('archives', () => {
  it('gzip holds any other format', async () => {
    const { items } = await readFile('a.jsonl.gz', gzipSync(`${JSON.stringify(RECORD)}\n`));
    expect(items).toMatchObject([{ kind: 'article', article: ARTICLE, place: 'line 1' }]);
  });

  it('ZIP holds files of any format, read in the order of their names', async () => {
    const bytes = await zipOf({
      'b/2.txt': `${PROSE.title}\n\n${PROSE.second}`,
      'a/1.json': JSON.stringify(RECORD),
      'c/inner.zip': await zipOf({ 'x.json.gz': gzipSync(JSON.stringify({ ...RECORD, id: 'n-3' })) }),
      '__MACOSX/._1.json': 'x',
    });
    const { items } = await readFile('all.zip', bytes);
    expect(items.map(item => [item.kind, item.file.replace(/^.*all\.zip/u, 'all.zip')])).toEqual([
      ['article', 'all.zip/a/1.json'],
      ['article', 'all.zip/b/2.txt'],
      ['article', 'all.zip/c/inner.zip/x.json.gz'],
    ]);
  });

  it('are opened even where a format is given, which is that of their files', async () => {
    const root = folder({ 'a.bin.gz': gzipSync(JSON.stringify(RECORD)) });
    expect((await read(root, { format: 'json' })).articles).toEqual([ARTICLE]);
  });
});
