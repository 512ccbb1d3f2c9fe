// The first planning of the continent while it goes on: ticks, names, and the page's figures as plans finish.
import { getJson, putJson } from './api.js';
import { text } from './words.js';

const EVERY_MS = 2000;
const $ = (id) => document.getElementById(id);

const shown = () => Number(document.querySelector('.ticks').getAttribute('aria-valuenow'));
const rowOf = (iso3) => document.querySelector(`#countries tr[data-iso3="${iso3}"]`);

/** Follows the planning until it ends. nameOf(iso3); onPlanned(): the page has new figures. */
export function followPlanning({ nameOf, onPlanned }) {
  const section = $('progress'), button = $('pause');
  if (!section) return;
  let plans = null, paused = section.dataset.paused === 'true';

  function show(progress) {
    const named = (stage) => progress.countries.filter((each) => each.stage === stage).map((each) => nameOf(each.iso3));
    const running = named('RUNNING'), failed = named('FAILED').length;
    ({ paused } = progress);
    progress.countries.forEach((each) => {
      section.querySelector(`.ticks [data-iso3="${each.iso3}"]`).className = each.stage.toLowerCase();
    });
    $('progress-now').textContent = paused
      ? text('ui.africa.paused')
      : running.length
      ? text('ui.africa.running', running.join(', '))
      : failed ? text('ui.africa.failed', failed) : text('ui.africa.finished');
    button.textContent = text(paused ? 'ui.africa.resume' : 'ui.africa.pause');
    button.hidden = progress.planned + failed === progress.total;
    return button.hidden;
  }

  async function follow() {
    try {
      const progress = await getJson('/planning'), over = show(progress);
      const now = progress.countries.map((each) => each.planId).join(), before = plans ?? now;
      plans = now;
      if (now !== before || progress.countriesWithPlan !== shown() || progress.countries.some(({ iso3, stage }) => rowOf(iso3).dataset.stage !== stage.toLowerCase())) {
        await takeFigures();
        onPlanned();
      }
      if (over) return;
    } catch {
      // the server may be starting anew: ask again
    }
    setTimeout(follow, EVERY_MS);
  }

  button.addEventListener('click', async () => show(await putJson('/planning', { paused: !paused })));
  follow();
}

/** The server words the figures, once, for all readers: parts and rows come from the page itself. */
async function takeFigures() {
  const answer = await fetch(location.pathname + location.search);
  if (!answer.ok) return;
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const held = document.activeElement, ticks = '.ticks[aria-valuenow]';
  document.querySelector(ticks)?.setAttribute('aria-valuenow', other.querySelector(ticks)?.getAttribute('aria-valuenow') ?? '');
  document.querySelectorAll('[data-part]').forEach((part) => {
    const twin = other.querySelector(`[data-part=${part.dataset.part}]`);
    if (twin && !part.contains(held)) part.replaceChildren(...twin.childNodes);
  });
  other.querySelectorAll('#countries tbody tr').forEach((twin) => {
    const row = rowOf(twin.dataset.iso3);
    row.lastElementChild.replaceWith(twin.lastElementChild);
    Object.assign(row.dataset, twin.dataset);
  });
}
