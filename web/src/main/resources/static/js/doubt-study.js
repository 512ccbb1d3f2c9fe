// A study of a plan: begun on its page, and followed until it ends.
import { getJson, postJson } from './api.js';
import { whole } from './figures.js';
import { more, text } from './words.js';

const ASK_EVERY_MS = 1000;
const OPEN = ['QUEUED', 'RUNNING'];
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/**
 * Takes over a form that works without scripts too. pre: how the ids of its parts begin; path: of the study in the API;
 * asked, state: what the page told of it; query: what the form asks for; done: how far it is, in words.
 */
export function studyForm({ pre, path, plan, asked, state, query, done }) {
  const $ = (id) => document.getElementById(pre + id);
  if (!$('begin')) return;
  let following = false;

  function show({ open, failed = '' }) {
    $('running').hidden = !open;
    if (open) $('stopped')?.remove();
    $('begin').hidden = open;
    for (const each of document.querySelectorAll(`[form=${pre}begin]`)) each.hidden = open;
    $('failed').hidden = !failed;
    $('failed').textContent = failed;
  }

  /** Follows it to its end, which the page then tells: the server words it, once, for all readers. */
  async function follow(begun) {
    if (following) return;
    following = true;
    await more('doubt');
    const [bar] = $('running').getElementsByTagName('progress'), told = $('running').querySelector('p');
    let found = begun;
    while (OPEN.includes(found.state)) {
      show({ open: true });
      bar.value = found.doneRatio;
      told.textContent = found.state === 'QUEUED' ? text('ui.doubt.waits', whole(found.before)) : done(found);
      $('tried').hidden = !(found.attempt > 1);
      $('tried').textContent = text('ui.doubt.again', found.attempt, found.attempts);
      await pause(ASK_EVERY_MS);
      found = await getJson(path).catch(() => found); // the server may be away for a moment: ask again
    }
    following = false;
    if (found.state === 'FAILED') show({ open: false, failed: found.detail });
    else location.reload();
  }

  /** A page that is gone back to may be older than what it tells of. */
  async function catchUp() {
    const now = await getJson(path);
    if (OPEN.includes(now.state)) await follow(now);
    else if ((now.id ?? undefined) !== asked || (now.state ?? undefined) !== state) location.reload();
  }

  const sayNot = (error) => show({ open: !$('running').hidden, failed: error.message });

  async function begin(event) {
    event.preventDefault();
    try {
      const begun = await postJson(`${path}?${query()}`, {});
      // the country's newest plan may be another when this page is opened again
      const here = new URL(location);
      here.searchParams.set('plan', plan);
      history.replaceState(history.state, '', here);
      // who leaves the page is told when it ends
      import('./runs-bell.js').then(() => dispatchEvent(new CustomEvent('kiungo:job', { detail: begun.id })));
      await follow(begun);
    } catch (error) {
      sayNot(error);
      if (error.status === 409) catchUp().catch(sayNot); // another is under way: it is shown
    }
  }

  $('begin').addEventListener('submit', begin);
  $('stop').addEventListener('click', (event) => {
    event.preventDefault();
    postJson(`${path}/stop`, {}).catch(sayNot);
  });
  const look = () => catchUp().catch(sayNot);
  look(); // pageshow may be over before modules run
  addEventListener('pageshow', ({ persisted }) => { if (persisted) look(); });
}
