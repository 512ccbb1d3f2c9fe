import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage();
const { typedNumber } = await load('elements.js');
const { placeName } = await load('place-index.js');

test('numbers are read as people type them', () => {
  assert.equal(typedNumber('1 200 000'), 1_200_000);
  assert.equal(typedNumber('1\u202f200,5'), 1200.5);
  assert.equal(typedNumber(' '), null);
  assert.ok(Number.isNaN(typedNumber('many')));
});

test('a place is called by its name, else by the town near it, else by its id', () => {
  assert.equal(placeName({ name: 'Maseru', near: { name: 'x', distanceKm: 1 }, settlementId: 'i' }), 'Maseru');
  assert.match(placeName({ name: '', near: { name: 'Roma', distanceKm: 12.4 }, settlementId: 'i' }), /12.*Roma|Roma.*12/);
  assert.equal(placeName({ name: null, near: null, settlementId: 'cell-7' }), 'cell-7');
});
