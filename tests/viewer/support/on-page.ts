/** What the tests of the page have in common: open it, read it, point at what is drawn on it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OpenOptions, openPage } from './browser.js';

/** Opens a page, works on it, and expects no error and no request. */
export async function onPage(
  file: string,
  options: OpenOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, requests, errors } = await openPage(file, options);
  try {
    await work(page);
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
  } finally {
    await page.context().close();
  }
}

/** `27 nodes, 52 ties, 55 statements` */
export const tally = (page: Page) => page.locator('#tally').innerText();

/** What the reading panel is about. */
export const heading = (page: Page) => page.locator('#reader-body h2').first().innerText();

/** Chooses from the menu of what can be saved; returns the file. */
export async function save(page: Page, id: string): Promise<Buffer> {
  await page.click('#menu');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click(id)]);
  return readFileSync(await saved.path());
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: string;
}

export interface Drawing {
  readonly svg: string;
  readonly discs: ReadonlyMap<string, Disc>;
  /** `Russia — sanctions — Iran`, and the path it is drawn by. */
  readonly ties: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}

/** What is on the canvas, by the page's own SVG export. */
export async function drawing(page: Page): Promise<Drawing> {
  // Names are placed when a frame is drawn; the second frame begins after the first.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  const svg = (await save(page, '#save-svg')).toString();
  const discs = [
    ...svg.matchAll(
      /<g><title>([^<]*)<\/title><circle[^>]*\/><g[^>]*><circle cx="([\d.-]+)" cy="([\d.-]+)" r="([\d.]+)" fill="(#\w+)"/g,
    ),
  ].map(([, name = '', x, y, radius, color = '']): [string, Disc] => [
    name,
    { x: Number(x), y: Number(y), radius: Number(radius), color },
  ]);
  const ties = [...svg.matchAll(/<title>([^<]* — [^<]*)<\/title>(<path.*?)<\/g>/g)].map(
    ([, title = '', path = '']): [string, string] => [title, path],
  );
  const names = [...svg.matchAll(/<text x=[^>]*font-weight[^>]*>([^<]*)<\/text>/g)].map(
    ([, text = '']) => text,
  );
  return { svg, discs: new Map(discs), ties: new Map(ties), names };
}

/** Where a node lies in the window. */
export async function placeOf(page: Page, name: string): Promise<Disc> {
  const disc = (await drawing(page)).discs.get(name);
  const stage = await page.locator('#stage').boundingBox();
  if (!disc || !stage) throw new Error(`${name} is not on the canvas`);
  return { ...disc, x: stage.x + disc.x, y: stage.y + disc.y };
}

/** The page's address once it no longer changes: it follows the camera, which comes to rest. */
export async function restingLink(page: Page): Promise<string> {
  let [last, link] = ['', await linkOf(page)];
  while (last !== link) {
    last = link;
    await page.waitForTimeout(600);
    link = await linkOf(page);
  }
  return link;
}

const linkOf = (page: Page) => page.evaluate(() => location.hash.slice(1));

/** Where the camera looks, by the page's address. */
export async function gaze(page: Page): Promise<readonly number[]> {
  return (new URLSearchParams(await restingLink(page)).get('at') ?? '').split(',').map(Number);
}
