import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage({});
const { townLabels } = await load('place-labels.js');
const item = (settlementId, name, population, modelled = true) => ({ settlementId, name, population, modelled, lon: population, lat: 0 });

test('a town is named once, at itself, and its outskirts count for it', () => {
  const items = [item('LSO_27.46_-29.37', 'Maseru', 65), item('LSO_gn932505', 'Maseru', 16), item('LSO_gn1', 'Leribe', 30)];
  assert.deepEqual(townLabels(items).map(({ name, lon, weight }) => [name, lon, weight]), [['Maseru', 16, 81], ['Leribe', 30, 30]]);
});

test('a town in parts is named at the part that bears its name', () => {
  const items = [item('LSO_gn932505~6', 'Maseru', 16), item('LSO_gn932505~7', '', 30)];
  assert.deepEqual(townLabels(items).map(({ name, lon }) => [name, lon]), [['Maseru', 16]]);
});

test('clinics and nameless cells lend the map no name, imported counts do', () => {
  const items = [item('LSO_27.5_-29.3', 'Queen Elizabeth II', 93), item('x', '', 50), item('a', 'Alpha', 4, false)];
  assert.deepEqual(townLabels(items).map(({ name }) => name), ['Alpha']);
});

test('a name that a health site lends a place is that of something near it', async () => {
  const { placeName } = await load('place-index.js');
  assert.equal(placeName(item('LSO_28.8096_-29.6436', 'St Theresa', 50)), 'near St Theresa');
  assert.equal(placeName(item('LSO_28.8096_-29.6436~12', 'St Theresa', 50)), 'near St Theresa');
  assert.equal(placeName(item('LSO_28.8096_-29.6436', 'Thaba', 50, false)), 'Thaba');
  assert.equal(placeName(item('LSO_gn932505', 'Maseru', 16)), 'Maseru');
});
