import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage({ hash: '#s=lso-1&b=1%2C2' });
const view = await load('view-state.js');

test('the address is read and written, nothing else kept', () => {
  assert.equal(view.get('s'), 'lso-1');
  assert.equal(view.get('b'), '1,2');
  assert.equal(view.get('absent'), null);
  view.set({ z: 0, s: null });
  assert.equal(globalThis.location.address, '#b=1,2&z=0');
});

test('a view without entries leaves a plain address', () => {
  view.set({ b: '', z: undefined });
  assert.equal(globalThis.location.address, '/plans/p/explore?x=1');
});
