import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, type OpenOptions } from '../support/browser.js';
import { drawing, onPage, tally } from '../support/on-page.js';
import { pageFile } from '../support/page-file.js';
import { smallGraph } from '../support/small-graph.js';

let file = '';
beforeAll(async () => {
  file = await pageFile('first-view', smallGraph());
});
afterAll(closeBrowser);
const on = (options: OpenOptions, work: (page: Page) => Promise<void>) => onPage(file, options, work);

const MOVING = { timeout: 20_000 };

describe('the first view', () => {
  it('draws names in ink on the canvas', () =>
    on({}, async page => {
      const inked = await page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.layer-names');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((value, index) => index % 4 === 3 && value > 200).length;
      });
      expect(inked).toBeGreaterThan(3000);
      expect(await tally(page)).toBe('27 عقدة و52 رابطا و55 إفادة');
    }));

  it('names the most important nodes, and no name lies over another', () =>
    on({}, async page => {
      const { names, svg } = await drawing(page);
      for (const name of ['روسيا', 'الولايات المتحدة', 'سوريا', 'إيران', 'تركيا'])
        expect(names).toContain(name);
      // The drawing stands alone, with its own letters.
      const sheet = await page.context().newPage();
      await sheet.setContent(svg);
      await sheet.evaluate(() => document.fonts.ready);
      const boxes = await sheet.evaluate(() =>
        [...document.querySelectorAll<SVGTextElement>('text[font-weight]')].map(one => {
          const { x, y, width, height } = one.getBBox();
          return { x, y, width, height, text: one.textContent ?? '' };
        }),
      );
      const overlaps = boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter(
            b =>
              shared(a.x, a.width, b.x, b.width) > 1 &&
              shared(a.y, a.height, b.y, b.height) > a.height * 0.35,
          )
          .map(b => `${a.text} / ${b.text}`),
      );
      expect(overlaps).toEqual([]);
    }));

  it('keeps names inside the canvas', () =>
    on({ width: 700, height: 700 }, async page => {
      const edges = await page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.layer-names') as HTMLCanvasElement;
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        const inked = (x: number) =>
          context.getImageData(x, 0, 1, canvas.height).data.filter((value, i) => i % 4 === 3 && value > 200);
        return [inked(0).length, inked(canvas.width - 1).length];
      });
      expect(edges).toEqual([0, 0]);
    }));

  it('sizes nodes by importance and colours them by type', () =>
    on({ hash: 'lang=en' }, async page => {
      const { discs } = await drawing(page);
      const radius = (name: string) => discs.get(name)?.radius ?? 0;
      expect(radius('Russia')).toBeGreaterThan(radius('Iran'));
      expect(radius('Iran')).toBeGreaterThan(radius('Qatar'));
      expect(discs.get('Russia')?.color).toBe(discs.get('Iran')?.color);
      expect(discs.get('Russia')?.color).not.toBe(discs.get('Vladimir Putin')?.color);
    }));

  it('sets parallel ties apart', () =>
    on({ hash: 'lang=en' }, async page => {
      const { ties } = await drawing(page);
      const between = [...ties].filter(([title]) => /Russia/.test(title) && /United States/.test(title));
      expect(between.length).toBeGreaterThan(1);
      expect(new Set(between.map(([, path]) => /Q([\d. -]+)/.exec(path)?.[1])).size).toBe(between.length);
    }));

  it('draws the denied double, the planned dashed, the alleged dotted, and the legend says so', () =>
    on({ hash: 'lang=en' }, async page => {
      const { ties, svg } = await drawing(page);
      const path = (title: string) => ties.get(title) ?? '';
      expect(path('Russia — aids (Denied) — Iran').match(/<path/g)).toHaveLength(2);
      expect(path('Russia — aids — Iran')).toMatch(/stroke-dasharray="0\.1 /);
      const legend = await page.locator('#legend').innerText();
      for (const word of ['Hostile', 'Cooperative', 'Planned', 'Alleged', 'Denied', 'Former']) {
        expect(legend).toContain(word);
        expect(svg).toContain(`>${word}</text>`);
      }
    }));

  it('leaves nodes without ties out until they are asked for', () =>
    on({ hash: 'lang=en' }, async page => {
      expect((await drawing(page)).discs.has('Al-Mada News Agency')).toBe(false);
      await page.locator('[data-key="lonely"]').setChecked(true, { force: true });
      expect(await tally(page)).toContain('28 nodes');
      expect((await drawing(page)).discs.has('Al-Mada News Agency')).toBe(true);
    }));

  it('rearranges in a worker, and stops', () =>
    on({ hash: 'lang=en' }, async page => {
      const before = (await drawing(page)).discs.get('Iran');
      await page.click('#arrange');
      expect(await page.locator('#arrange').getAttribute('aria-pressed')).toBe('true');
      await expect.poll(async () => (await drawing(page)).discs.get('Iran'), MOVING).not.toEqual(before);
      await page.click('#arrange');
      expect(await page.locator('#arrange').getAttribute('aria-pressed')).toBe('false');
      const after = (await drawing(page)).discs.get('Iran');
      await page.waitForTimeout(200);
      expect((await drawing(page)).discs.get('Iran')).toEqual(after);
    }));
});

describe('Arabic', () => {
  it('is drawn joined and from right to left, also beside digits, Latin letters and guillemets', () =>
    on({}, async page => {
      // The same text drawn by the page's painter and set by the browser must have the same width:
      // letters that are drawn one by one, or not joined, are wider.
      const widths = await page.evaluate(async () => {
        const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        const text = 'لواء 313 (كتيبة «الفجر»)';
        context.font = "600 20px 'Noto Sans Arabic'";
        context.direction = 'rtl';
        const span = document.createElement('span');
        span.textContent = text;
        span.style.cssText = "font:600 20px 'Noto Sans Arabic';position:absolute;white-space:pre";
        document.body.append(span);
        const apart = [...text].reduce((sum, letter) => sum + context.measureText(letter).width, 0);
        return { whole: context.measureText(text).width, set: span.getBoundingClientRect().width, apart };
      });
      expect(Math.abs(widths.whole - widths.set)).toBeLessThan(1);
      expect(widths.apart).toBeGreaterThan(widths.whole * 1.1);
      const { names, svg } = await drawing(page);
      expect(names).toContain('حلف شمال الأطلسي «NATO»');
      expect(svg).toMatch(/direction="rtl"[^>]*>حلف شمال الأطلسي «NATO»</);
    }));

  it('has its letters on the page', () =>
    on({}, async page => {
      expect(await page.evaluate(() => document.fonts.check("600 16px 'Noto Sans Arabic'", 'روابط'))).toBe(
        true,
      );
    }));

  it('switches with English, labels and interface, and turns the page round', () =>
    on({}, async page => {
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      const left = async (id: string) => (await page.locator(id).boundingBox())?.x ?? 0;
      expect(await left('#filters')).toBeGreaterThan(await left('#reader'));
      await page.click('#language');
      expect(await page.getAttribute('html', 'dir')).toBe('ltr');
      expect(await left('#filters')).toBeLessThan(await left('#reader'));
      expect(await page.locator('#view-map').innerText()).toBe('Map');
      expect((await drawing(page)).names).toContain('Russia');
    }));

  it('isolates names inside sentences of the other direction', () =>
    on({ hash: 'lang=en&show=node org:brigade-313' }, async page => {
      const other = page.locator('.other-name bdi');
      expect(await other.getAttribute('dir')).toBe('rtl');
      expect(await other.innerText()).toBe('لواء 313 (كتيبة «الفجر»)');
    }));
});

/** How much of two stretches is common. */
function shared(a: number, long: number, b: number, length: number): number {
  return Math.min(a + long, b + length) - Math.max(a, b);
}
