// A plan in other formats: a small one comes at once, a large one in its turn.
import { getJson } from './api.js';
import { whole } from './figures.js';
import { text } from './words.js';

const LOOK_AGAIN_MS = 1000;
const isOpen = ({ state }) => state === 'QUEUED' || state === 'RUNNING';

/** Where the file is, once it is there. */
async function place(href, say) {
  const left = new AbortController();
  const answer = await fetch(href, { signal: left.signal, headers: { Prefer: 'wait=0', 'Accept-Language': document.documentElement.lang } });
  if (answer.status !== 202) {
    if (!answer.ok) throw new Error((await answer.json()).detail);
    left.abort();
    return href;
  }
  const path = answer.headers.get('Location').replace('/api/v1', '');
  let now = await getJson(path);
  while (isOpen(now)) {
    say(now.state === 'QUEUED' ? text('ui.explore.export-waiting', whole(now.before)) : text('ui.explore.export-making'));
    await new Promise((later) => { setTimeout(later, LOOK_AGAIN_MS); });
    now = await getJson(path);
  }
  return now.file ?? href;
}

/** Lets the links of a plan's other formats wait for their files. */
export function offerExports(box) {
  const told = Object.assign(document.createElement('p'), { className: 'small' });
  told.setAttribute('role', 'status');
  box.append(told);
  const say = (sentence) => { told.textContent = sentence; };
  box.addEventListener('click', async (event) => {
    const link = event.target.closest('a');
    if (!link || !/\/exports\/(?!png)/.test(link.href)) return; // the brief and the picture come at once
    event.preventDefault();
    say(text('ui.explore.export-making'));
    try {
      window.location.assign(await place(link.href, say));
      say('');
    } catch (error) {
      say(error.message);
    }
  });
}
