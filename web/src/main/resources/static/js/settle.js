// A raster becomes places: options, progress, a look beside the national figure, then a version.
import { getJson, postForm, postJson } from './api.js';
import { typedNumber } from './elements.js';
import { people, plain, whole } from './figures.js';
import { showLook } from './settle-look.js';
import { more, text } from './words.js';

const words = more('settle');
const LOOK_AGAIN_MS = 700;
const { dataset, version } = document.body.dataset;
const $ = (id) => document.getElementById(id);
const form = $('settle');
let isPart = false;
let job = new URLSearchParams(location.search).get('job');

const isOpen = ({ state }) => state === 'QUEUED' || state === 'RUNNING';

function refuse(message) {
  $('refused').hidden = !message;
  $('refused').textContent = message ?? '';
}

function progress({ state, before, phase, rows }) {
  if (state === 'QUEUED') return text('ui.settle.queued', whole(before));
  return phase === 'storing' ? text('ui.settle.storing', whole(rows)) : text('ui.settle.reading', whole(rows));
}

function working(on) {
  $('working').hidden = $('stop').hidden = !on;
  $('make').disabled = on;
}

/** Follows the job of the address to its end, and shows what it made. */
async function follow() {
  working(true);
  $('kept').hidden = true;
  refuse(null);
  try {
    let now = await getJson(`/settlements/${job}`);
    while (isOpen(now.job)) {
      $('progress').textContent = progress(now.job);
      $('done').value = now.job.state === 'QUEUED' ? 0 : now.job.rows / 100;
      await new Promise((later) => { setTimeout(later, LOOK_AGAIN_MS); });
      now = await getJson(`/settlements/${job}`);
    }
    if (now.job.error) throw new Error(now.job.error.detail);
    $('result').hidden = !now.look;
    if (!now.look) throw new Error(text('ui.settle.stopped'));
    $('download').href = `/api/v1/settlements/${job}/file`;
    $('keep').hidden = false;
    isPart = await showLook(now.look);
  } catch (error) {
    refuse(error.message);
  } finally {
    working(false);
  }
}

/** The form as it is sent; a number out of its range is told at its field. */
function fields() {
  const data = new FormData();
  data.append('version', version);
  data.append('name', $('name').value);
  data.append('cellsArePerKm2', $('cellsArePerKm2').checked);
  for (const input of form.querySelectorAll('[data-low]')) {
    const value = typedNumber(input.value), { low, high } = input.dataset;
    const bad = !(value !== null && value >= Number(low) && value <= Number(high));
    input.toggleAttribute('aria-invalid', bad);
    if (bad) {
      input.focus();
      throw new Error(text('ui.settle.out-of-range', input.labels[0].textContent, plain(Number(low), 1), whole(Number(high))));
    }
    data.append(input.name, value);
  }
  for (const file of $('attributes').files) data.append('attributes', file);
  return data;
}

async function make() {
  const begun = await postForm(`/datasets/${dataset}/settlements`, fields());
  job = begun.job.id;
  const address = new URL(location.href);
  address.searchParams.set('job', job);
  history.replaceState(null, '', address);
  $('result').hidden = true;
  await follow();
}

async function keep() {
  $('keep').disabled = true;
  try {
    let now = await postJson(`/settlements/${job}/keep`, {}, { Prefer: 'wait=20' });
    while (isOpen(now.job)) {
      await new Promise((later) => { setTimeout(later, LOOK_AGAIN_MS); });
      now = await getJson(`/imports/${now.job.id}`);
    }
    if (now.job.error || !now.version) throw new Error(now.job.error?.detail ?? text('ui.settle.stopped'));
    const kept = now.settled ?? now;
    $('keep').hidden = true;
    $('kept').hidden = false;
    $('kept-sentence').textContent = `${text('ui.settle.kept', now.dataset.name, whole(now.version.version), whole(kept.settlements), people(kept.peopleOut))} ${text(`ui.settle.kept-${isPart ? 'part' : 'whole'}`)}`;
    $('kept').scrollIntoView({ block: 'nearest' });
  } finally {
    $('keep').disabled = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  refuse(null);
  make().catch((error) => refuse(error.message));
});
$('stop').addEventListener('click', () => postJson(`/imports/${job}/stop`, {}).catch((error) => refuse(error.message)));
$('keep').addEventListener('click', () => keep().catch((error) => refuse(error.message)));
await words;
if (job) follow();
else $('make').disabled = false;
