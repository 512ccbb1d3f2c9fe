import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, openPage } from './page.js';

const page = openPage({ answers: () => answer('bytes') });
const { FAMILIES, mapped } = await load('families.js');

test('families are what the page says, at the place of their class byte', () => {
  assert.deepEqual(FAMILIES.map(({ id }) => id), ['none', 'base', 'fibre', 'leo']);
  assert.equal(FAMILIES[3].name, 'Satellite, low orbit');
  assert.equal(FAMILIES[2].path.path, 'M-6-6H6V6H-6z');
  assert.match(FAMILIES[0].path.path, /A6.6 6.6/);
});

test('class bytes are asked for by the version of their meaning', async () => {
  await mapped('/plans/p/classes');
  assert.deepEqual(page.requests.map(({ path }) => path), ['/api/v1/plans/p/classes?families=v1']);
});
