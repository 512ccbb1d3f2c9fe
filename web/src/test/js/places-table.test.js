import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, openPage } from './page.js';

let tries = 0;
const rows = { items: [], next: '', total: 0 };
openPage({ answers: () => { tries += 1; return tries === 1 ? answer({ detail: 'Too busy.' }, 503) : answer(rows); } });
globalThis.document.createElement = () => ({
  addEventListener(kind, then) { this[kind] = then; },
});
const { PlacesTable } = await load('places-table.js');

test('a table whose rows failed to come asks for them again when told to', async () => {
  const shown = [];
  const count = { set textContent(words) { this.children = [words]; }, replaceChildren(...children) { this.children = children; } };
  const table = Object.assign(Object.create(PlacesTable.prototype), {
    count, plan: 'p', pages: [''], query: () => 'limit=50', show: (answered) => shown.push(answered),
  });
  await table.load();
  assert.match(count.children[0], /could not be loaded/);
  const again = count.children.at(-1);
  assert.equal(again.textContent, 'Try again');
  await again.click();
  assert.deepEqual(shown, [rows]);
  assert.equal(tries, 2);
});
