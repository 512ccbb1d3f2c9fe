// Imports that wait, are under way or have ended, also after a reload: their turn, rows so far, a button to stop.
import { getJson, postJson } from './api.js';
import { download } from './data-versions.js';
import { whole } from './figures.js';
import { text } from './words.js';

const LOOK_AGAIN_MS = 1000;
const SHOWN = 8;
const LOOKS = { FINISHED: 'ok', FAILED: 'bad', STOPPED: 'warn' };

const $ = (id) => document.getElementById(id);

export const isOpen = ({ state }) => state === 'QUEUED' || state === 'RUNNING';

/** Whether it was read to its end and nothing of it is stored. */
const isUnstored = (outcome) => outcome === 'asked' || outcome === 'nothing';

/** How an import stands, in a sentence. */
export function sentence({ kind, state, before, phase, rows, outcome, error }) {
  if (error) return error.detail;
  if (state === 'QUEUED') return text('ui.data.queued', whole(before));
  if (state === 'RUNNING' && kind === 'settle' && phase !== 'storing') return text('ui.data.settling', whole(rows));
  if (state === 'RUNNING') return text(`ui.data.${phase || 'reading'}`, whole(rows));
  return text(`ui.data.import-${state === 'STOPPED' ? 'stopped' : isUnstored(outcome) ? outcome : 'ended'}`, whole(rows));
}

function line(job) {
  const made = document.createElement('li'), about = document.createElement('span');
  const state = isUnstored(job.outcome) ? 'unstored' : job.state.toLowerCase();
  const badge = Object.assign(document.createElement('span'), { className: `badge ${isUnstored(job.outcome) ? 'warn' : LOOKS[job.state] ?? 'info'}`, textContent: text(`ui.data.state-${state}`) });
  about.append(badge, ' ', text('ui.said-of', job.file, sentence(job)));
  made.className = 'row between';
  made.append(about);
  if (isOpen(job)) {
    const stop = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: text('ui.data.stop') });
    stop.addEventListener('click', async () => {
      stop.disabled = true;
      await postJson(`/imports/${job.id}/stop`, {}).catch((error) => { $('refused').textContent = error.message; });
      showQueue();
    });
    made.append(stop);
  } else if (job.kind === 'import' && job.state === 'FINISHED') {
    made.append(download(job.id, 'html'));
  }
  return made;
}

/** Shows the latest imports; returns whether one has not ended. */
export async function showQueue() {
  const jobs = (await getJson('/imports').catch(() => [])).slice(0, SHOWN);
  // the button in hand stays where it is
  const asked = $('imports').contains(document.activeElement);
  $('queue').hidden = !jobs.length;
  $('imports').replaceChildren(...jobs.map(line));
  if (asked) $('imports').querySelector('button')?.focus();
  return jobs.some(isOpen);
}

/** Looks again until all have ended, then calls back if any had not. */
export async function watchQueue(onEnd) {
  if (!await showQueue()) return;
  do await new Promise((later) => { setTimeout(later, LOOK_AGAIN_MS); });
  while (await showQueue());
  onEnd();
}

/** Follows one import to its end: its answer, or an error that says why it has none. */
export async function follow(answer) {
  let now = answer;
  while (now.job && isOpen(now.job)) {
    await showQueue();
    await new Promise((later) => { setTimeout(later, LOOK_AGAIN_MS); });
    now = await getJson(`/imports/${now.job.id}`);
  }
  if (now.job?.error || now.job?.state === 'STOPPED') throw Object.assign(new Error(sentence(now.job)), { problem: now.job.error });
  return now;
}
