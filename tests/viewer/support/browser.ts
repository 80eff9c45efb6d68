/** One headless browser for all tests of the page: a Chromium of the machine, else the one that comes through npm. */
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

let running: Promise<Browser> | undefined;

export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

export async function closeBrowser(): Promise<void> {
  const held = running;
  running = undefined;
  await (await held)?.close();
}

async function launch(): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
    path => path !== undefined && existsSync(path),
  );
  return playwright.launch({
    executablePath: installed ?? (await chromium.executablePath()),
    headless: true,
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  });
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly hash?: string;
  readonly still?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  /** Everything that the page asked the network for, which should be nothing. */
  readonly requests: readonly string[];
  /** Errors that the page threw or wrote to its console. */
  readonly errors: readonly string[];
}

/** Opens a file of the disk with the network cut off and waits until its canvas is drawn. */
export async function openPage(file: string, options: OpenOptions = {}): Promise<OpenPage> {
  const context = await (await browser()).newContext({
    viewport: { width: options.width ?? 1600, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: options.still === false ? 'no-preference' : 'reduce',
    offline: true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && !request.isNavigationRequest()) requests.push(request.url());
  });
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`file://${file}${options.hash ? `#${options.hash}` : ''}`);
  await page.waitForSelector('#app[data-ready]', { timeout: 30_000, state: 'attached' });
  return { page, requests, errors };
}
