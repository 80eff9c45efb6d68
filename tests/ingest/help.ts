import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type IngestItem,
  type IngestOptions,
  readArticles,
  type SkippedItem,
} from '../../src/ingest/index.js';
import type { Article } from '../../src/model.js';

/** A folder with these files, removed after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rawabit-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

export interface Read {
  readonly items: readonly IngestItem[];
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedItem[];
}

export async function read(paths: string | readonly string[], options: IngestOptions = {}): Promise<Read> {
  const items: IngestItem[] = [];
  for await (const item of readArticles(typeof paths === 'string' ? [paths] : paths, options))
    items.push(item);
  return {
    items,
    articles: items.flatMap(item => (item.kind === 'article' ? [item.article] : [])),
    skipped: items.flatMap(item => (item.kind === 'skipped' ? [item] : [])),
  };
}

/** Reads one file with this name and content. */
export function readFile(
  name: string,
  content: string | Uint8Array,
  options: IngestOptions = {},
): Promise<Read> {
  return read(join(folder({ [name]: content }), name), options);
}

/** Original prose to fill files with. */
export const PROSE = {
  title: 'وزير الري يتفقد سداً جديداً شمال البلاد',
  first:
    'تفقد وزير الري أعمال البناء في السد الجديد، واستمع إلى شرح من المهندسين حول مراحل التنفيذ وموعد التشغيل.',
  second:
    'وقال الوزير للصحافيين إن المشروع سيوفر المياه لثلاث محافظات، وإن الحكومة تدرس توسيعه في العام المقبل.',
  third: 'وأضاف أن التمويل جاء من صندوق محلي، وأن بلاده لا تحتاج إلى قرض خارجي لإتمام ما بقي من الأعمال.',
} as const;
export const TEXT = `${PROSE.first}\n${PROSE.second}\n${PROSE.third}`;
