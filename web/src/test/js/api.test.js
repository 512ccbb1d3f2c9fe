import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, openPage } from './page.js';

const asked = [];
openPage({ answers: (address, options) => { asked.push(options); return answer({}); } });
const { getJson, postJson } = await load('api.js');

test('a change carries the proof of the page where there are accounts, and nothing elsewhere', async () => {
  globalThis.document.cookie = '';
  await postJson('/runs', {});
  assert.equal(asked.at(-1).headers['X-XSRF-TOKEN'], undefined);
  globalThis.document.cookie = 'lang=fr; XSRF-TOKEN=a%2Bb; other=1';
  await postJson('/runs', {});
  assert.equal(asked.at(-1).headers['X-XSRF-TOKEN'], 'a+b');
  globalThis.document.cookie = '__Host-XSRF-TOKEN=c';
  await postJson('/runs', {});
  assert.equal(asked.at(-1).headers['X-XSRF-TOKEN'], 'c');
  await getJson('/runs');
  assert.equal(asked.at(-1).headers['Accept-Language'], globalThis.document.documentElement.lang);
});
