/**
 * How fast the page is in a headless browser that draws in software: `npm run bench:page [-- FILE]`.
 * Without a file it writes the page of a made-up graph (`--nodes 5000 --edges 40000`). Every figure is the
 * least of several rounds (`--rounds 5`), since other work on the machine only ever adds to it.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage } from '../tests/viewer/support/browser.js';
import { largeGraph } from '../tests/viewer/support/large-graph.js';
import { pageFile } from '../tests/viewer/support/page-file.js';

interface Round {
  /** Milliseconds from the navigation's start to the first picture with names on the screen. */
  readonly picture: number;
  /** Of these, spent in scripts. */
  readonly script: number;
  /** While the view is dragged: the middle, and the longest, time between two frames. */
  readonly frame: number;
  readonly longest: number;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      nodes: { type: 'string', default: '5000' },
      edges: { type: 'string', default: '40000' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const [nodes, edges] = [Number(values.nodes), Number(values.edges)];
  const file = positionals[0] ?? pageFile('bench', largeGraph({ nodes, edges }));
  const rounds: Round[] = [];
  for (let i = 0; i < Number(values.rounds); i++) rounds.push(await round(file));
  await closeBrowser();
  const least = (of: (round: Round) => number) => `${Math.round(Math.min(...rounds.map(of)))} ms`;
  const all = (of: (round: Round) => number) => rounds.map(one => Math.round(of(one))).join(', ');
  console.log(positionals[0] ?? `${nodes} nodes, ${edges} edges`);
  console.log(`file            ${(statSync(file).size / 1e6).toFixed(2)} MB`);
  console.log(`first picture   ${least(one => one.picture)}   (${all(one => one.picture)})`);
  console.log(`  of it script  ${least(one => one.script)}`);
  console.log(`pan, a frame    ${least(one => one.frame)}   (${all(one => one.frame)})`);
  console.log(`pan, longest    ${least(one => one.longest)}   (${all(one => one.longest)})`);
}

async function round(file: string): Promise<Round> {
  const { page, errors } = await openPage(file, { still: false });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  // A second frame begins only when the first is on the screen.
  const picture = await page.evaluate(
    () =>
      new Promise<number>(done =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
      ),
  );
  const script = Number(await page.getAttribute('#app', 'data-ready'));
  const gaps = await pan(page);
  await page.context().close();
  return { picture, script, frame: gaps[Math.floor(gaps.length / 2)] ?? 0, longest: gaps.at(-1) ?? 0 };
}

/** Notes the times between frames. Text, as it runs in the page. */
const WATCH_FRAMES = `
  var gaps = [], stopped = false;
  requestAnimationFrame(function next(before) {
    requestAnimationFrame(now => {
      gaps.push(now - before);
      if (!stopped) next(now);
    });
  });
`;

/** Drags the view there and back; returns the times between frames, from the shortest. */
async function pan(page: Page): Promise<number[]> {
  await page.waitForTimeout(600);
  const box = await page.locator('#stage').boundingBox();
  if (!box) throw new Error('the page has no canvas');
  // The corner of the canvas holds no node that could be dragged instead.
  const [x, y] = [box.x + 12, box.y + 60];
  await page.evaluate(WATCH_FRAMES);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 40; step++) await page.mouse.move(x + 6 * step, y + 3 * step);
  const gaps = await page.evaluate<number[]>('stopped = true, gaps');
  await page.mouse.up();
  return gaps.sort((a, b) => a - b);
}

await main();
