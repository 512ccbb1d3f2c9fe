import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answer, load, openPage } from './page.js';

let server, page;
const { Draft } = await (openPage(), load('draft.js'));

function serve(path, { method = 'GET', body, headers } = {}) {
  if (server.down) throw new TypeError('no network');
  if (path.endsWith('/estimates')) return answer({ people: JSON.parse(body).applied });
  if (method === 'POST') return answer({ id: 'd1', version: 1 });
  if (method === 'PUT') {
    if (headers['If-Match'] !== `"${server.version}"`) return answer({ detail: 'somebody else edited' }, 409);
    Object.assign(server, JSON.parse(body), { version: server.version + 1 });
  }
  return server.id === 'gone' ? answer({}, 404) : answer({ id: 'd1', planId: 'p', ...server });
}

beforeEach(() => {
  server = { version: 1, edits: [], applied: 0, hash: 'h' };
  page = openPage({ answers: serve });
});

function draft(t, conflicts = []) {
  const made = new Draft('p', { onChange: () => {}, onConflict: (error) => conflicts.push(error.message) });
  t.after(() => clearTimeout(made.timer));
  return made;
}

test('undone edits are done again, until another edit takes their place', async (t) => {
  const made = draft(t);
  made.add('a');
  made.add('b');
  assert.ok(made.step(-1));
  assert.deepEqual(made.held, ['a']);
  assert.ok(made.step(1));
  assert.ok(!made.step(1));
  made.step(-1);
  made.add('c');
  assert.deepEqual(made.edits, ['a', 'c']);
});

test('edits reach the server once and are kept as sent', async (t) => {
  const made = draft(t);
  made.add('a');
  assert.equal(JSON.parse(page.kept.get('kiungo.draft.p')).unsent, true);
  assert.ok(await made.flush());
  assert.deepEqual([server.edits, server.version, made.version, made.state], [['a'], 2, 2, 'saved']);
  assert.equal(JSON.parse(page.kept.get('kiungo.draft.p')).unsent, false);
});

test('what was not sent yet wins over what the server has', async (t) => {
  page.kept.set('kiungo.draft.p', JSON.stringify({ id: 'd1', edits: ['mine'], applied: 1, unsent: true }));
  Object.assign(server, { edits: ['old'], applied: 1 });
  const made = draft(t);
  await made.restore();
  await made.flush();
  assert.deepEqual(server.edits, ['mine']);
});

test('a draft that is named in the address is taken up as the server has it', async (t) => {
  page.kept.set('kiungo.draft.p', JSON.stringify({ id: 'another', edits: ['mine'], applied: 1, unsent: true }));
  Object.assign(server, { edits: ['theirs'], applied: 1 });
  const made = draft(t);
  await made.restore('d1');
  assert.deepEqual([made.edits, made.state], [['theirs'], 'saved']);
});

test('an edit of somebody else is told, never written over', async (t) => {
  const conflicts = [], made = draft(t, conflicts);
  made.add('a');
  await made.flush();
  server.version = 9;
  made.add('b');
  assert.equal(await made.flush(), false);
  assert.deepEqual([conflicts, made.state, server.edits], [['somebody else edited'], 'conflict', ['a']]);
});

test('without a network edits stay here and go out later', async (t) => {
  const made = draft(t);
  server.down = true;
  made.add('a');
  assert.equal(await made.flush(), false);
  assert.equal(made.state, 'here');
  server.down = false;
  assert.ok(await made.flush());
  assert.deepEqual(server.edits, ['a']);
});
