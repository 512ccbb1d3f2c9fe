import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answer, load, openPage } from './page.js';

let source, state;
globalThis.EventSource = class extends EventTarget {
  static CLOSED = 2;

  constructor(path) {
    super();
    Object.assign(this, { path, readyState: 1 });
    source = this;
  }

  close() {
    this.readyState = 2;
  }

  tell(type, lastEventId, data = {}) {
    this.dispatchEvent(Object.assign(new Event(type), { lastEventId: String(lastEventId), data: JSON.stringify(data) }));
  }
};
openPage();
const { follow } = await load('run-events.js');
const { RunChart } = await load('run-chart.js');
const soon = () => new Promise((done) => { setImmediate(done); });

beforeEach(() => {
  state = 'RUNNING';
  openPage({ answers: () => answer({ state, doneRatio: .5 }) });
});

function followed() {
  const told = { progress: [], over: [] };
  told.stop = follow('r', { onProgress: (run) => told.progress.push(run), onEnd: (run) => told.over.push(run) });
  return told;
}

test('an event that was sent again after a reconnect is heard once', () => {
  const told = followed();
  [1, 2, 2, 1, 3].forEach((id) => source.tell('progress', id, { id }));
  assert.deepEqual(told.progress.map(({ id }) => id), [1, 2, 3]);
  told.stop();
});

test('the end comes once, with the run as the server has it, and closes the stream', async () => {
  const told = followed();
  state = 'FINISHED';
  source.tell('finished', 1);
  source.tell('finished', 1);
  await soon();
  assert.deepEqual(told.over.map((run) => run.state), ['FINISHED']);
  assert.equal(source.readyState, 2);
});

test('a stream that is refused is polled until the run is over', async (t) => {
  const later = [];
  t.mock.method(globalThis, 'setTimeout', (next) => later.push(next));
  const told = followed();
  source.readyState = 2;
  source.dispatchEvent(new Event('error'));
  await soon();
  assert.deepEqual([told.progress.length, told.over.length, later.length], [1, 0, 1]);
  state = 'STOPPED';
  later[0]();
  await soon();
  assert.deepEqual(told.over.map((run) => run.state), ['STOPPED']);
});

test('a stream that only broke is left to the browser, which resumes it', async () => {
  const told = followed();
  source.dispatchEvent(new Event('error'));
  await soon();
  assert.equal(told.progress.length, 0);
  told.stop();
});

test('who stopped listening hears nothing more', async () => {
  const told = followed();
  told.stop();
  source.dispatchEvent(new Event('error'));
  await soon();
  assert.deepEqual([told.progress, told.over], [[], []]);
});

test('a run that makes a second plan starts its curves anew', () => {
  const another = (value, bound, next) => RunChart.prototype.isAnother.call({ value, bound }, ...next);
  assert.equal(another([null, 180, 190], [null, 210, 195], [190, 195]), false, 'the bound stays');
  assert.equal(another([null, 180, 190], [null, 210, 195], [191, 194]), false, 'the bound falls');
  assert.equal(another([null, 180, 190], [null, 210, 195], [200, 270]), true, 'the bound of another question');
  assert.equal(another([180], [210], [null, null]), true, 'nothing is known yet');
  assert.equal(another([], [], [null, null]), false, 'the first step');
  assert.equal(another([100], [80], [100, 90]), false, 'a least cost is bounded from below');
  assert.equal(another([100], [80], [100, 70]), true);
});
