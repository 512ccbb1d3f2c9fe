import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answer, load, openPage } from './page.js';

const CHUNK = 4;
let received, failures;
openPage();
const { send } = await load('data-upload.js');

async function serve(path, { method = 'GET', body } = {}) {
  if (method === 'POST') return answer({ id: 'u', chunkBytes: CHUNK });
  const [, , , , , , name] = path.split('/');
  if (method === 'GET') return answer({ received: Object.fromEntries([...received].map(([key, text]) => [key, text.length])) });
  const [file, offset] = name.split('?offset='), have = received.get(file) ?? '';
  if (Number(offset) !== have.length) return answer({ detail: 'out of order' }, 409);
  const failure = failures.shift();
  if (failure === 'refused') return answer({ detail: 'too large' }, 413);
  if (failure === 'lost before') throw new TypeError('no network');
  received.set(file, have + await body.text());
  if (failure === 'lost after') throw new TypeError('no network');
  return answer({});
}

beforeEach(() => {
  received = new Map();
  failures = [];
  openPage({ answers: serve });
});

const file = (name, text) => Object.assign(new Blob([text]), { name });

/** Waits are taken at once: what is tested is the order of pieces, not the clock. */
function atOnce(t) {
  t.mock.method(globalThis, 'setTimeout', (later) => queueMicrotask(later));
}

test('files arrive whole, in pieces, with progress up to one', async () => {
  const told = [];
  assert.equal(await send([file('a.shp', '0123456789'), file('a.dbf', 'xyz')], (ratio) => told.push(ratio)), 'u');
  assert.deepEqual([...received], [['a.shp', '0123456789'], ['a.dbf', 'xyz']]);
  assert.deepEqual(told.map((ratio) => Math.round(ratio * 13)), [4, 8, 10, 13]);
});

test('a piece lost on its way, or its answer on the way back, is sent from where the server stands', async (t) => {
  atOnce(t);
  failures = [null, 'lost before', null, 'lost after'];
  await send([file('a.csv', '0123456789abc')], () => {});
  assert.equal(received.get('a.csv'), '0123456789abc');
});

test('a second file goes on where it broke off, not where the first ended', async (t) => {
  atOnce(t);
  failures = [null, null, 'lost after'];
  await send([file('a.shp', '01234'), file('a.dbf', 'vwxyz')], () => {});
  assert.deepEqual([...received.values()], ['01234', 'vwxyz']);
});

test('a refusal is not tried again', async () => {
  failures = ['refused'];
  await assert.rejects(send([file('a.csv', '0123')], () => {}), /too large/);
});

test('an empty file arrives too, whatever is lost on its way', async (t) => {
  atOnce(t);
  failures = ['lost before'];
  const told = [];
  await send([file('a.csv', '')], (ratio) => told.push(ratio));
  assert.deepEqual([...received], [['a.csv', '']]);
  assert.ok(told.every(Number.isFinite));
});
