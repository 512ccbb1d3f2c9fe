import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage();
const { more } = await load('words.js');
const { isOpen, sentence } = await load('data-queue.js');
await more('data');

const job = (state, rest = {}) => ({ state, before: 0, phase: '', rows: 0, error: null, ...rest });

test('an import says whether it waits, how far it is, and how it ended', () => {
  assert.equal(sentence(job('QUEUED', { before: 3 })), 'waits its turn; 3 before it.');
  assert.equal(sentence(job('RUNNING', { phase: 'storing', rows: 1234 })), 'is being stored, 1,234 rows so far.');
  assert.equal(sentence(job('RUNNING')), 'is being read, 0 rows so far.');
  assert.equal(sentence(job('FINISHED', { rows: 7 })), 'read to its end, 7 rows.');
  assert.equal(sentence(job('FINISHED', { rows: 195, outcome: 'asked' })), 'read to its end, 195 rows; not stored, a question waits.');
  assert.equal(sentence(job('FINISHED', { rows: 1, outcome: 'nothing' })), 'read to its end, 1 row; nothing of it is stored.');
  assert.equal(sentence(job('FINISHED', { rows: 7, outcome: 'stored' })), 'read to its end, 7 rows.');
  assert.equal(sentence(job('STOPPED')), 'stopped; nothing of it is stored.');
  assert.equal(sentence(job('FAILED', { error: { detail: 'No place.' } })), 'No place.');
  assert.deepEqual(['QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'STOPPED'].map((state) => isOpen({ state })), [true, true, false, false, false]);
});
