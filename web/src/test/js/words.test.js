import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { load, openPage, spaced } from './page.js';

openPage({ language: 'fr' });
const { has, more, text } = await load('words.js');

test('a sentence is filled with its values, whatever they hold', () => {
  assert.equal(text('ui.gap.most', '3 %'), 'à 3 % au plus du meilleur possible');
  assert.equal(text('ui.gap.most', '{0} $&'), 'à {0} $& au plus du meilleur possible');
});

test('a number with a fraction is told as the reader writes it, a year as it is', async () => {
  await more('scenario');
  assert.equal(text('ui.strategy.weighted', 0.4), 'Habitants, service de base compté 0,4');
  assert.equal(text('ui.gap.most', 2030), 'à 2030 au plus du meilleur possible');
});

test('no script makes a text of a number before it is told', async () => {
  const folder = new URL('../../main/resources/static/js/', import.meta.url);
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.js'))) {
    const told = (await readFile(new URL(name, folder), 'utf8')).match(/\btext\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*/g) ?? [];
    assert.deepEqual(told.filter((each) => /[^\w.]String\(|toFixed\(/.test(each)), [], name);
  }
});

test('a hole without a value stays visible', () => {
  assert.equal(spaced(text('ui.number.million')), '{0} M');
});

test('of a choice only what is for the number is said', async () => {
  await more('services');
  const said = (users) => spaced(text('ui.services.conflict', users, 'Bénin', 'Kiosque', 'la loi'));
  assert.ok(said(1).startsWith('Un usager (Bénin) ne peut avoir « Kiosque »'), said(1));
  assert.ok(said('1 200').startsWith('1 200 usagers (Bénin) ne peuvent avoir'), said('1 200'));
});

test('a key that no bundle has is shown as itself', () => {
  assert.equal(text('ui.no-such-key', 'x'), 'ui.no-such-key');
  assert.equal(has('ui.no-such-key'), false);
});

test('words of a screen come when asked for and leave the others alone', async () => {
  assert.equal(has('ui.explore.failed'), false);
  await more('explore');
  assert.ok(has('ui.explore.failed') && has('ui.gap.none'));
});

test('a server that has no words leaves keys, not a broken page', async () => {
  openPage({ language: 'fr' });
  globalThis.fetch = async () => ({ ok: false });
  const alone = await load('words.js', '?without');
  assert.equal(alone.text('ui.gap.none'), 'ui.gap.none');
});
