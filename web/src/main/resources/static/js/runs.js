// The queue: what works, what waits in its turn, what ended; live by events, or asked for every 3 s.
import { getJson, postJson } from './api.js';
import { element } from './elements.js';
import { whole } from './figures.js';
import './runs-bell.js';
import { ChosenJob } from './runs-chosen.js';
import { isOver, lineOf, when } from './runs-lines.js';
import { kept, markRead, tellByBrowser } from './runs-told.js';
import { more, text } from './words.js';

await Promise.all(['runs', 'run'].map(more));

const $ = (id) => document.getElementById(id);
const POLL_MS = 3000, AFRICA_MS = 10_000;
const { lang } = document.documentElement;
const page = (window.kiungo = { events: 0 });
const lines = new Map(), shown = new Map();
const chosenJob = new ChosenJob();
let chosen = new URLSearchParams(location.search).get('run'), mineOnly = false;

const ORDER = { RUNNING: 0, QUEUED: 1 };
const rank = (line) => ORDER[line.state] ?? 2;
const last = ({ asked }) => Math.max(asked.askedMs, asked.endedMs);
const inOrder = (a, b) => rank(a) - rank(b) || (rank(a) === 2 ? last(b) - last(a) : a.before - b.before || a.asked.askedMs - b.asked.askedMs);

function isMine({ id, asked }) {
  const { member } = document.body.dataset;
  return member ? asked.by === member : kept().asked.includes(id);
}

const does = {
  onChoose: (id) => {
    chosen = id;
    const address = new URL(location.href);
    address.searchParams.set('run', id);
    history.replaceState(null, '', address);
    show();
  },
  onStop: (line) => postJson(line.ways.stop, {}).catch(fail),
  onAgain: (line) => postJson(line.ways.again, {}).then(({ id }) => dispatchEvent(new CustomEvent('kiungo:job', { detail: id }))).catch(fail),
};

function fail(error) {
  $('failed').hidden = false;
  $('failed').textContent = error.message;
}

/** Lines that stand as they did are left alone: a button in hand stays where it is. */
function list(host, wanted) {
  const made = wanted.map((line) => {
    const key = JSON.stringify([line, line.id === chosen]), before = shown.get(line.id);
    if (before?.key === key) return before.item;
    const item = lineOf(line, chosen, does);
    if (before?.item.contains(document.activeElement)) {
      const label = document.activeElement.getAttribute('aria-label');
      queueMicrotask(() => [...item.querySelectorAll('button, a')].find((each) => each.getAttribute('aria-label') === label)?.focus());
    }
    shown.set(line.id, { key, item });
    return item;
  });
  if (made.length !== host.children.length || made.some((each, k) => each !== host.children[k])) host.replaceChildren(...made);
}

function show() {
  const all = [...lines.values()].sort(inOrder), wanted = mineOnly ? all.filter(isMine) : all;
  const open = wanted.filter((each) => !isOver(each)), over = wanted.filter(isOver);
  const running = open.filter(({ state }) => state === 'RUNNING').length;
  $('counts').textContent = text('ui.runs.counted', whole(running), whole(open.length - running));
  $('whose-mine').textContent = text('ui.runs.mine-count', whole(all.filter(isMine).length));
  $('whose-all').setAttribute('aria-pressed', !mineOnly);
  $('whose-mine').setAttribute('aria-pressed', mineOnly);
  list($('open'), open);
  list($('over'), over);
  $('none-open').hidden = open.length > 0;
  $('none-over').hidden = over.length > 0;
  chosenJob.show(lines.get(chosen) ?? open.find(({ kind }) => ['run', 'pair', 'exact'].includes(kind)) ?? null);
}

function take(changed) {
  page.events++;
  changed.forEach((each) => lines.set(each.id, each));
  show();
  page.ready = true;
}

function follow() {
  const source = new EventSource(`/api/v1/queue/events?lang=${lang}`);
  source.addEventListener('jobs', (event) => take(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) poll();
  });
}

async function poll() {
  await getJson('/queue').then(take).catch(() => {}); // the server may be away for a moment: ask again
  setTimeout(poll, POLL_MS);
}

function showTold() {
  const { told, browser } = kept(), fresh = told.filter((each) => !each.read).length;
  $('fresh').hidden = !fresh;
  $('fresh').textContent = text('ui.runs.fresh', whole(fresh));
  $('none-told').hidden = told.length > 0;
  $('told').replaceChildren(...told.map(({ name, state, open, at, why }) => {
    const item = element('li'), look = { FINISHED: 'ok', STOPPED: 'warn' }[state] ?? 'bad';
    item.append(element('span', { className: `badge ${look}` }, text(`ui.state.${state}`)), element('span', {}, why ? text('ui.said-of', name, why) : name));
    if (open) item.append(element('a', { href: open }, text('ui.runs.open-it')));
    item.append(element('small', {}, when(at)));
    return item;
  }));
  $('by-browser').checked = browser && globalThis.Notification?.permission === 'granted';
}

$('by-browser').addEventListener('change', async ({ target }) => {
  const may = target.checked && globalThis.Notification ? await Notification.requestPermission() : 'denied';
  tellByBrowser(may === 'granted');
  $('by-browser-note').textContent = target.checked && may !== 'granted' ? text('ui.runs.by-browser-not') : '';
  showTold();
});
for (const [id, mine] of [['whose-all', false], ['whose-mine', true]]) {
  $(id).addEventListener('click', () => {
    mineOnly = mine;
    show();
  });
}

async function showAfrica() {
  const { total, countriesWithPlan, paused, countries } = await getJson('/planning').catch(() => ({ total: 0, countries: [] }));
  const open = countries.some(({ stage }) => stage !== 'PLANNED' && stage !== 'FAILED');
  $('africa').hidden = !open;
  if (!open) return;
  $('africa-count').textContent = text('ui.runs.africa', whole(countriesWithPlan), whole(total));
  $('africa-now').textContent = text(`ui.runs.africa-${paused ? 'paused' : 'aside'}`);
  $('africa-done').value = countriesWithPlan / total;
  setTimeout(showAfrica, AFRICA_MS);
}

follow();
showTold();
addEventListener('kiungo:told', showTold);
addEventListener('storage', showTold);
addEventListener('pagehide', markRead);
showAfrica();
