import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, openPage } from './page.js';

const NAMES = ['Teyateyaneng', 'Sémonkong', '', 'Maseru'];
const page = openPage({ answers: () => answer({ ids: ['a', 'b', 'c', 'd'], names: NAMES }) });
const { plainText, pointTest } = await load('place-filter.js');
const { BASIC } = await load('families.js');
const points = { data: { kind: Uint8Array.from([0, 2, 2 | BASIC, 3, 1]) } };
const passing = (test) => [0, 1, 2, 3, 4].filter((i) => !test || test(i));

test('names are compared without case and accents', () => {
  assert.equal(plainText('  Sémonkong '), 'semonkong');
});

test('no filter is no test', async () => {
  assert.equal(await pointTest({ q: '', status: '', family: '' }, 'p', points), null);
  assert.equal(page.requests.length, 0);
});

test('status tells the standard from basic service and from none', async () => {
  assert.deepEqual(passing(await pointTest({ status: 'UNSERVED' }, 'p', points)), [0]);
  assert.deepEqual(passing(await pointTest({ status: 'BASIC' }, 'p', points)), [2]);
  assert.deepEqual(passing(await pointTest({ status: 'STANDARD' }, 'p', points)), [1, 3]);
  assert.deepEqual(passing(await pointTest({ status: 'BASELINE' }, 'p', points)), [4]);
  assert.deepEqual(passing(await pointTest({ family: 'leo' }, 'p', points)), [3]);
});

test('a search finds a part of a name or a whole id, asked for once', async () => {
  assert.deepEqual(passing(await pointTest({ q: 'SEMON' }, 'p', points)), [1]);
  assert.deepEqual(passing(await pointTest({ q: 'c' }, 'p', points)), [2]);
  assert.deepEqual(page.requests.map(({ path }) => path), ['/api/v1/plans/p/index']);
});

test('tests of several filters hold together', async () => {
  assert.deepEqual(passing(await pointTest({ q: 'e', status: 'STANDARD' }, 'p', points)), [1, 3]);
});
