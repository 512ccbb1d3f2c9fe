import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, forget, give, isAnswered, show, takeBack, wholeAnswer } from '../../main/resources/static/js/judge-answers.js';

const twins = { code: 'twins', open: true, assumed: false };
const part = { code: 'sum', open: false, assumed: true };

test('an answer for all goes before those for rows, and back', () => {
  forget();
  give({ question: 'twins', remedy: 'merge', row: 3 });
  give({ question: 'twins', remedy: 'keep', row: 5 });
  assert.equal(answers().length, 2);
  give({ question: 'twins', remedy: 'merge-all' });
  assert.deepEqual(answers().map(({ remedy }) => remedy), ['merge-all']);
  assert.equal(wholeAnswer('twins').remedy, 'merge-all');
  give({ question: 'twins', remedy: 'merge', row: 3 });
  assert.equal(wholeAnswer('twins'), undefined);
});

test('a question that its answer settled stays in sight, in its place', () => {
  forget();
  assert.deepEqual(show([twins, part]).map(({ settled }) => settled), [false, false]);
  give({ question: 'twins', remedy: 'merge-all' });
  const shown = show([part]);
  assert.deepEqual(shown.map(({ code }) => code), ['twins', 'sum']);
  assert.equal(shown[0].settled, true);
  assert.equal(shown[0].open, false);
});

test('a question that is asked no more and was never answered is gone', () => {
  forget();
  show([twins]);
  assert.deepEqual(show([part]).map(({ code }) => code), ['sum']);
});

test('an answer can be taken back, and one that the server refuses leaves what was answered before', () => {
  forget();
  give({ question: 'twins', remedy: 'merge', row: 3 });
  const refused = give({ question: 'twins', remedy: 'merge-all' });
  refused();
  assert.deepEqual(answers().map(({ remedy, row }) => [remedy, row]), [['merge', 3]]);
  give({ question: 'sum', remedy: 'part' });
  takeBack('twins');
  assert.equal(isAnswered('twins'), false);
  assert.equal(isAnswered('sum'), true);
});
