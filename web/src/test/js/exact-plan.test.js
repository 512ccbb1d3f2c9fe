import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage({});
await (await load('words.js')).more('explore');
const { failedWords } = await load('exact-plan.js');

test('an edit of a place that an import replaced says what has changed and how to go on', () => {
  const refused = Object.assign(new Error('A locked choice names …'), { problem: { code: 'lock.settlement', arguments: ['LSO_27.5_-29.3'] } });
  assert.match(failedWords(refused), /^The plan was made on other places than those of today.*LSO_27\.5_-29\.3.*plan anew/);
});

test('whatever else fails is told in the words of the answer', () => {
  assert.equal(failedWords(new Error('Too many runs.')), 'That did not work: Too many runs.');
});
