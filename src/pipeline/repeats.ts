/** The same text again: feeds and sites carry an article under several ids and addresses, mostly close together. */
import { contentOf, reprinted } from '../extract/reprint.js';
import type { Article, Extraction } from '../model.js';
import { type Extracted, extractedLine, resultAt, unpackLine } from './batch.js';
import type { Runner } from './runner.js';

/**
 * Bounds of what is remembered. A packed line has some 2.5 kB, one that is not packed four times as many: memory
 * holds at most 32 MB, in a build hardly more than 10.
 */
const TEXTS = 4096;
const BYTES = 1 << 25;

type Remembered =
  | { readonly line: Uint8Array; readonly packed: boolean }
  /** Why the extractor gave up on the text. */
  | { readonly failed: string };

/**
 * A runner that hands each text to another runner once, for as long as it is remembered. What comes of a repeat
 * is the same, byte for byte, as if it had been extracted.
 */
export function withoutRepeats(runner: Runner): Runner {
  const memory = createMemory();
  return {
    width: runner.width,
    async run({ articles, pack }, full) {
      const firsts: Article[] = [];
      // Begins when the loop below has found all of them.
      const extracted = Promise.resolve().then(() =>
        firsts.length === 0 ? [] : runner.run({ articles: firsts, pack }, full),
      );
      const origins = articles.map(article => {
        const content = contentOf(article);
        const earlier = memory.recall(content);
        if (earlier) return { article, earlier };
        const place = firsts.push(article) - 1;
        memory.add(
          content,
          extracted.then(results => toRemember(resultAt(results, place), pack)),
        );
        return { place };
      });
      const results = await extracted;
      return Promise.all(
        origins.map(async origin =>
          'place' in origin
            ? resultAt(results, origin.place)
            : repeatOf(await origin.earlier, origin.article, pack),
        ),
      );
    },
    close: () => runner.close(),
  };
}

/** A copy, since the line may be a piece of a much larger buffer. */
function toRemember(result: Extracted, packed: boolean): Remembered {
  return 'line' in result ? { line: new Uint8Array(result.line), packed } : result;
}

function repeatOf(first: Remembered, article: Article, pack: boolean): Extracted {
  if ('failed' in first) return first;
  const line = first.packed ? unpackLine(first.line) : Buffer.from(first.line);
  return extractedLine(article, reprinted(JSON.parse(line.toString()) as Extraction, article), pack);
}

interface Memory {
  /** What came of a text, or will come of it. */
  recall(content: string): Remembered | Promise<Remembered> | undefined;
  add(content: string, coming: Promise<Remembered>): void;
}

function createMemory(): Memory {
  const underWay = new Map<string, Promise<Remembered>>();
  const kept = new Map<string, Remembered>();
  let bytes = 0;
  const keep = (content: string, remembered: Remembered) => {
    kept.set(content, remembered);
    bytes += bytesOf(remembered);
    for (const [oldest, forgotten] of kept) {
      if (kept.size <= TEXTS && bytes <= BYTES) break;
      kept.delete(oldest);
      bytes -= bytesOf(forgotten);
    }
  };
  return {
    recall: content => kept.get(content) ?? underWay.get(content),
    add(content, coming) {
      underWay.set(content, coming);
      coming
        .then(
          remembered => keep(content, remembered),
          () => undefined, // thrown where the batch is awaited
        )
        .finally(() => underWay.delete(content));
    },
  };
}

function bytesOf(remembered: Remembered): number {
  return 'line' in remembered ? remembered.line.length : 0;
}
