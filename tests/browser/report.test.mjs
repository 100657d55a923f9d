// The report in a browser. What is expected of the numbers comes from the page's own certified column, or from the formula here.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const address = pathToFileURL(resolve(process.env.REPORT)).href;
const pictures = resolve(process.env.PICTURES);
const problems = [];
let browser;
let page;

const open = async options => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const opened = await context.newPage();
  opened.on('console', message => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()); });
  opened.on('pageerror', error => problems.push(String(error)));
  opened.on('request', request => { if (!/^(file|data):/.test(request.url())) problems.push('asked for ' + request.url()); });
  await opened.goto(address);
  return opened;
};

before(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
  page = await open({});
});
after(() => browser.close());

const path = id => page.locator('#' + id).getAttribute('d');
const slide = (id, value) => page.locator('#' + id).evaluate((input, to) => { input.value = to; input.dispatchEvent(new Event('input', { bubbles: true })); }, value);

test('the doubles of the page agree with the certified column at the certified point', async () => {
  const rows = await page.locator('#orbit-table tbody tr').evaluateAll(rows => rows.map(r => [...r.cells].map(c => c.textContent)));
  assert.ok(rows.length > 20);
  for (const [n, certified, , live] of rows.slice(0, 12)) {
    assert.ok(Math.abs(+certified - +live) < 1e-9, `n = ${n}: ${certified} against ${live}`);
  }
});

test('sliders redraw cobweb and orbit, say that doubles are not certified, and go back', async () => {
  const start = [await path('cobweb-map'), await path('cobweb-web'), await path('orbit-line')];
  assert.match(await page.locator('#status').textContent(), /^Certified drawing/);
  for (const [id, value] of [['reference', '-1'], ['beta', '0.5'], ['epsilon', '-3']]) {
    const earlier = await path('orbit-line');
    await slide(id, value);
    assert.notEqual(await path('orbit-line'), earlier, id);
  }
  assert.match(await page.locator('#status').textContent(), /NOT certified/);
  assert.notEqual(await path('cobweb-map'), start[0]);
  assert.notEqual(await path('cobweb-web'), start[1]);
  const live = await page.locator('#orbit-table .live').allTextContents();
  const p = 1 / (1 + Math.exp(1)), odds = (1 - p) / p * Math.exp(-1 / Math.sqrt(p * (1 - p) + Math.exp(-3)) / Math.exp(0.5));
  assert.ok(Math.abs(+live[1] - 1 / (1 + odds)) < 1e-12);
  await page.locator('#reset').click();
  assert.deepEqual([await path('cobweb-map'), await path('cobweb-web'), await path('orbit-line')], start);
});

test('every variant draws its own orbit', async () => {
  await slide('beta', '0');
  await slide('reference', '-2');
  const drawn = new Set();
  for (const value of await page.locator('#variant option').evaluateAll(o => o.map(e => e.value))) {
    await page.locator('#variant').selectOption(value);
    const d = await path('orbit-line');
    assert.doesNotMatch(d, /NaN/);
    drawn.add(d);
  }
  assert.equal(drawn.size, 6);
  await page.locator('#reset').click();
});

test('search and filters choose claims and count them', async () => {
  const shown = () => page.locator('.claim:visible').count();
  const all = await shown();
  assert.ok(all > 100);
  await page.locator('#search').fill('F10');
  assert.equal(await page.locator('#claim-F10').isVisible(), true);
  assert.ok(await shown() < 10);
  await page.locator('#search').fill('');
  for (const box of await page.locator('input[name=verdict]').all()) {
    if (await box.getAttribute('value') !== 'refuted') await box.uncheck();
  }
  const refuted = await shown();
  assert.equal(refuted, await page.locator('.claim[data-verdict=refuted]').count());
  assert.equal(await page.locator('#shown').textContent(), `${refuted} of ${all} claims`);
  for (const box of await page.locator('input[name=verdict]').all()) await box.check();
  await page.locator('#kind').selectOption('certificate');
  assert.equal(await shown(), await page.locator('.claim[data-kinds~=certificate]').count());
  await page.locator('#kind').selectOption('');
  assert.equal(await shown(), all);
});

test('the keyboard reaches the first claim and opens it, and moves a slider', async () => {
  await page.locator('#kind').focus();
  for (let i = 0; i < 3 && !await page.evaluate(() => document.activeElement.tagName === 'SUMMARY'); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.claim').first().evaluate(c => c.open), true);
  await page.keyboard.press('Enter');
  await page.locator('#beta').focus();
  const earlier = await path('orbit-line');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  assert.notEqual(await path('orbit-line'), earlier);
  await page.locator('#reset').click();
});

test('marks have their values on hover', async () => {
  const titles = await page.locator('#orbit-marks title').allTextContents();
  assert.ok(titles.every(t => /p = 0?\.?\d/.test(t)));
  assert.ok(await page.locator('#bifurcation .mark title').count() > 100);
  assert.ok(await page.locator('#phase-0 .cell title').count() > 500);
});

test('nothing is wider than the window, at two sizes', async () => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 400, height: 800 }]) {
    await page.setViewportSize(viewport);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= viewport.width, `${viewport.width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('pictures for the documents', async () => {
  const shoot = async (opened, selector, name) => {
    await opened.addStyleTag({ content: 'nav { position: static !important }' });
    await opened.locator(selector).scrollIntoViewIfNeeded();
    await opened.locator(selector).screenshot({ path: resolve(pictures, name) });
  };
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: resolve(pictures, 'report-1280.png') });
  await shoot(page, '#bifurcation-section figure', 'bifurcation.png');
  await shoot(page, '#trainers .charts', 'trainers.png');
  await page.locator('#claim-F10 summary').click();
  await shoot(page, '#claim-F10', 'claim.png');
  const small = await open({ viewport: { width: 400, height: 800 } });
  await small.locator('#explorer').evaluate(e => e.scrollIntoView());
  await small.screenshot({ path: resolve(pictures, 'report-400.png') });
  const dark = await open({ colorScheme: 'dark' });
  await dark.locator('#explorer').evaluate(e => e.scrollIntoView());
  await dark.screenshot({ path: resolve(pictures, 'report-dark.png') });
  await dark.locator('#phases').evaluate(e => e.scrollIntoView());
  if (process.env.LOOK) {
    await dark.screenshot({ path: resolve(process.env.LOOK, 'dark-phases.png') });
    await dark.locator('#ledger').evaluate(e => e.scrollIntoView());
    await dark.screenshot({ path: resolve(process.env.LOOK, 'dark-ledger.png') });
    await small.screenshot({ path: resolve(process.env.LOOK, 'small-full.png'), fullPage: true, clip: { x: 0, y: 0, width: 400, height: 5000 } });
    await page.screenshot({ path: resolve(process.env.LOOK, 'full.png'), fullPage: true, clip: { x: 0, y: 0, width: 1280, height: 7000 } });
    await page.pdf({ path: resolve(process.env.LOOK, 'print.pdf'), format: 'A4' });
  }
});

test('the console stayed silent and nothing was asked of a network', () => assert.deepEqual(problems, []));
