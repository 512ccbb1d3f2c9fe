// Links to the brief: made, copied once, taken back.
import { getJson, postJson, remove } from './api.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const day = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { dateStyle: 'medium' });

export function offerShares(plan) {
  $('share').addEventListener('submit', async (event) => {
    event.preventDefault();
    const days = $('share-days').value;
    try {
      const parts = Object.fromEntries(['evidence', 'inputs', 'comments'].map((part) => [part, $(`share-${part}`).checked]));
      const made = await postJson(`/plans/${plan}/shares`, { label: $('share-label').value, days: days ? Number(days) : null, parts });
      $('share-href').value = new URL(made.href, location.href).href;
      $('share-new').hidden = false;
      $('share-href').focus();
      $('share-href').select();
    } catch (error) {
      $('share-new').hidden = true;
      fail(error);
    }
    show(plan);
  });
  show(plan);
}

async function show(plan) {
  try {
    const all = await getJson(`/plans/${plan}/shares`);
    $('share-list').replaceChildren(...all.map((each) => line(plan, each)));
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  const line = document.createElement('li');
  line.textContent = text('ui.explore.failed', error.message);
  $('share-list').replaceChildren(line);
}

function line(plan, { id, label, state, expiresAt }) {
  const line = document.createElement('li'), name = document.createElement('span'), small = document.createElement('small');
  name.dir = 'auto';
  name.textContent = label || text('ui.explore.share-nobody');
  small.textContent = state !== 'OPEN' ? text(`ui.explore.share-${state}`)
    : expiresAt ? text('ui.explore.share-until', day.format(new Date(expiresAt))) : text('ui.explore.share-ever');
  line.append(name);
  if (state === 'OPEN') {
    const revoke = document.createElement('button');
    revoke.type = 'button';
    revoke.className = 'btn';
    revoke.textContent = text('ui.explore.share-revoke');
    revoke.addEventListener('click', () => remove(`/shares/${id}`).then(() => show(plan), fail));
    line.append(revoke);
  }
  line.append(small);
  return line;
}
