import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkPaths } from '../../main/resources/static/js/link-paths.js';

const data = {
  links: [[2, 9, 2.2, 9.2, 0, 1], [2, 9, 2, 9, 1, 1], [2, 9, 3, 9, 1, 1]],
  courses: [{ link: 0, path: [[2, 9], [2, 9.2], [2.2, 9.2]] }],
};

test('a link that follows a road has its course', () => {
  assert.deepEqual([...linkPaths(data, 0)], [[[2, 9], [2, 9.2], [2.2, 9.2]]]);
});

test('others run straight, and what goes up is no line', () => {
  assert.deepEqual([...linkPaths(data, 1)], [[[2, 9], [3, 9]]]);
  assert.deepEqual([...linkPaths({ links: data.links }, 0)], [[[2, 9], [2.2, 9.2]]]);
});
