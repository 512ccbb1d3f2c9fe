// On every page: when a job that this browser asked for ends, the bar, the title and the browser say so.
import { awaitJob, kept, tellEnd } from './runs-told.js';

const ASK_EVERY_MS = 4000;
const OVER = ['FINISHED', 'STOPPED', 'FAILED'];
const { lang } = document.documentElement;
let timer, plain = document.title;

function show() {
  const fresh = kept().told.filter((each) => !each.read).length, badge = document.getElementById('runs-new');
  if (!document.title.match(/^\(\d+\) /)) plain = document.title;
  document.title = fresh ? `(${fresh}) ${plain}` : plain;
  if (!badge) return;
  badge.hidden = !fresh;
  badge.firstElementChild.textContent = fresh;
}

async function notify({ name, state, open }) {
  if (!kept().browser || !document.hidden || globalThis.Notification?.permission !== 'granted') return;
  const { more, text } = await import('./words.js');
  await more('runs');
  const told = new Notification(name, { body: text(`ui.runs.ended.${state}`), tag: open ?? name });
  told.addEventListener('click', () => {
    focus();
    if (open) location.assign(open);
  });
}

async function ask() {
  clearTimeout(timer);
  const { waiting } = kept();
  if (!waiting.length) return;
  try {
    const query = waiting.map((id) => `id=${encodeURIComponent(id)}`).join('&');
    const answer = await fetch(`/api/v1/queue?${query}`, { headers: { 'Accept-Language': lang } });
    if (answer.ok) {
      const lines = await answer.json();
      for (const id of waiting) {
        const line = lines.find((each) => each.id === id);
        if (!line) tellEnd(id);
        else if (OVER.includes(line.state)) {
          const message = { name: line.name, state: line.state, open: line.ways.open ?? line.ways.watch, at: line.asked.endedMs || Date.now(), why: line.error };
          if (tellEnd(id, message)) await notify(message);
        }
      }
    }
  } catch {
    // the server may be away for a moment: ask again
  }
  timer = setTimeout(ask, ASK_EVERY_MS);
}

addEventListener('kiungo:job', ({ detail }) => {
  awaitJob(detail);
  clearTimeout(timer);
  timer = setTimeout(ask, ASK_EVERY_MS);
});
addEventListener('kiungo:told', show);
addEventListener('storage', show);
show();
ask();
