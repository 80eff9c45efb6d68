import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, type OpenOptions } from '../support/browser.js';
import { gaze, heading, onPage } from '../support/on-page.js';
import { pageFile } from '../support/page-file.js';
import { smallGraph } from '../support/small-graph.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let file = '';
beforeAll(async () => {
  file = await pageFile('table', smallGraph());
});
afterAll(closeBrowser);
const on = (options: OpenOptions, work: (page: Page) => Promise<void>) => onPage(file, options, work);
const rows = (page: Page) => page.locator('tbody tr').count();

describe('the table', () => {
  it('sorts, filters in both scripts, and downloads', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.keyboard.press('3');
      expect(await rows(page)).toBe(27);
      await page.click('#rows-edges');
      expect(await rows(page)).toBe(52);
      await page.fill('#table-filter', 'حزب الله');
      expect(await rows(page)).toBe(4);
      await page.fill('#table-filter', 'hezbollah');
      expect(await rows(page)).toBe(4);
      await page.click('[data-sort="from"]');
      expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('From');
      const first = await page.locator('tbody tr td').first().innerText();
      await page.click('[data-sort="from"]');
      expect(await page.locator('tbody tr td').first().innerText()).not.toBe(first);
      const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#table-csv')]);
      expect(readFileSync(await saved.path(), 'utf8')).toContain('country:IL,attacks,org:hezbollah');
    }));

  it('obeys the same filters', () =>
    on({ hash: 'lang=en&view=table' }, async page => {
      await page.locator('[data-key="leader"]').setChecked(false, { force: true });
      expect(await rows(page)).toBe(20);
      expect(await page.locator('tbody').innerText()).not.toContain('Putin');
    }));

  it('leads to the reading panel by keys alone, and back to where one was', () =>
    on({ hash: 'lang=en&view=table' }, async page => {
      await page.locator('#table-filter').focus();
      await page.keyboard.type('tartus');
      await page.locator('.table-scroll').focus();
      // Past the heads of the columns to the first name.
      for (let i = 0; i < 9; i++) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tartus Naval Base');
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Tartus Naval Base');
    }));

  it('keeps the view of the graph while it is open', () =>
    on({ hash: 'lang=en' }, async page => {
      const far = await gaze(page);
      await page.click('#zoom-in');
      const near = await gaze(page);
      expect(near).not.toEqual(far);
      await page.keyboard.press('3');
      await page.keyboard.press('1');
      expect(await gaze(page)).toEqual(near);
    }));
});

describe('access', () => {
  it.each([
    ['light', 'ar', 1440, 'show=node country:RU'],
    ['dark', 'ar', 1600, 'show=path leader:joe-biden|base:hmeimim'],
    ['dark', 'en', 1600, 'show=tie country:RU aids country:IR'],
    ['light', 'en', 1600, 'view=table&rows=edges'],
    ['light', 'en', 1600, 'view=map&colour=community&show=community 0'],
    ['dark', 'ar', 390, ''],
  ] as const)('has no serious fault: %s %s %i %s', (theme, lang, width, hash) =>
    on(
      { dark: theme === 'dark', width, height: width < 500 ? 844 : 900, hash: `lang=${lang}&${hash}` },
      async page => {
        expect(await seriousFaults(page)).toEqual([]);
      },
    ));

  it('moves and zooms the canvas by keys', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.locator('#stage').focus();
      await page.keyboard.press('+');
      const zoomed = await gaze(page);
      await page.keyboard.press('ArrowRight');
      const moved = await gaze(page);
      expect(moved[0]).toBeGreaterThan(zoomed[0] ?? 9);
      expect(moved[2]).toBe(zoomed[2]);
    }));

  it('keeps the reader of keys in the panel when its subject changes', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.locator('#actors .actor').first().focus();
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Russia');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('reader-body');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('focus-1');
    }));

  it('shows where the focus is, and lets one skip to the content', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.keyboard.press('Tab');
      const skip = page.locator('.skip');
      expect((await skip.boundingBox())?.y).toBe(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement as Element).outlineStyle,
      );
      expect(outline).toBe('solid');
    }));
});

interface Fault {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The page's own policy keeps foreign scripts out, so the checker comes in through the debugger. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate<readonly Fault[]>('axe.run().then(found => found.violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
