// One network from many drawings: choose them, see what is doubtful, decide, store.
import { getJson, postJson, putJson } from './api.js';
import { element, typedNumber } from './elements.js';
import { percent, plain, whole } from './figures.js';
import { MergeMap } from './network-merge-map.js';
import { buttons, choicesOf, Decisions } from './network-merge-decide.js';
import { more, text } from './words.js';

await more('merge');

const LOOK_AGAIN_MS = 500;
const isOpen = ({ state }) => state === 'QUEUED' || state === 'RUNNING';
const { country } = document.body.dataset;
const $ = (id) => document.getElementById(id);
const path = `/networks/${country}`;
const map = new MergeMap(country, (number) => select(number));
const decisions = new Decisions((changed) => keep(changed));
let drawings = [], merged = null, selected = -1;

function refuse(error) {
  $('refused').hidden = !error;
  $('refused').textContent = error?.message ?? '';
}

function showDrawings(state) {
  const chosen = state.choice.drawings;
  drawings = [...chosen.map((id) => state.drawings.find((each) => each.id === id)), ...state.drawings.filter(({ id }) => !chosen.includes(id))]
    .map((each) => ({ ...each, chosen: chosen.includes(each.id) }));
  $('nothing').hidden = drawings.length > 0;
  $('tolerance').value = state.choice.toleranceKm ?? '';
  listDrawings();
}

function listDrawings(focus) {
  $('drawings').replaceChildren(...drawings.map((drawing, k) => {
    const row = element('li'), label = element('label', { className: 'check' }), box = element('input', { type: 'checkbox', checked: drawing.chosen });
    box.addEventListener('change', () => { drawing.chosen = box.checked; });
    const kind = drawing.version === 0 ? 'built-in' : drawing.merged ? 'was-merged' : drawing.current ? 'current' : 'earlier';
    label.append(box, element('span', {}, text(`ui.merge.kind-${kind}`, drawing.name, drawing.version, drawing.source, whole(drawing.lines))));
    row.append(label, mover(k, -1, drawing.name), mover(k, 1, drawing.name));
    return row;
  }));
  if (focus) $('drawings').children[focus[0]]?.querySelectorAll('button')[focus[1] < 0 ? 0 : 1]?.focus();
}

function mover(k, by, name) {
  const button = element('button', { type: 'button', className: 'btn', disabled: k + by < 0 || k + by >= drawings.length }, by < 0 ? '↑' : '↓');
  button.setAttribute('aria-label', text(by < 0 ? 'ui.merge.up' : 'ui.merge.down', name));
  button.addEventListener('click', () => {
    [drawings[k], drawings[k + by]] = [drawings[k + by], drawings[k]];
    listDrawings([k + by, by]);
  });
  return button;
}

async function merge() {
  try {
    merged = await getJson(`${path}/merged`);
    refuse(null);
  } catch (error) {
    $('result').hidden = true;
    return refuse(error);
  }
  $('result').hidden = false;
  $('why').textContent = merged.why;
  $('tolerance').placeholder = plain(merged.suggestedKm, 2);
  $('sum').textContent = merged.sum;
  decisions.set(merged.doubts);
  showQuestions();
  showTables();
  map.show(merged);
  if (selected >= merged.doubts.length) selected = -1;
  select(selected, false);
}

function showQuestions() {
  document.querySelector('#questions tbody').replaceChildren(...merged.doubts.map((doubt, k) => {
    const row = element('tr'), where = element('th', { scope: 'row' }), cell = element('td');
    const look = element('button', { type: 'button', className: 'linkish' }, doubt.title);
    look.addEventListener('click', () => select(k));
    where.append(look, element('small', {}, ` ${doubt.sentence}`));
    cell.append(buttons(doubt, decisions));
    row.append(element('td', { className: 'num' }, whole(k + 1)), where, element('td', { className: 'n num' }, plain(doubt.lengthKm, 1)), cell);
    return row;
  }));
  $('decided').textContent = text('ui.merge.decided', whole(decisions.made()), whole(merged.doubts.length));
  $('undo').disabled = !decisions.canUndo();
  for (const all of document.querySelectorAll('[data-all]')) all.disabled = merged.doubts.length === 0;
}

function showTables() {
  document.querySelector('#lengths tbody').replaceChildren(...merged.sources.map((each) => {
    const row = element('tr');
    row.append(element('th', { scope: 'row' }, each.source), ...[each.drawnKm, each.keptKm, each.alreadyThereKm, each.undecidedKm].map((km) => element('td', { className: 'n num' }, plain(km, 0))));
    return row;
  }));
  $('conflicts-sum').textContent = text('ui.merge.conflicts', whole(merged.conflictsInAll));
  $('conflicts').hidden = merged.conflictsInAll === 0;
  document.querySelector('#conflicts tbody').replaceChildren(...merged.conflicts.map((each) => {
    const row = element('tr');
    row.append(element('th', { scope: 'row' }, text(`ui.merge.about-${each.column}`)), element('td', {}, text('ui.merge.says', each.believed, each.value)), element('td', {}, text('ui.merge.says', each.other, each.otherValue)));
    return row;
  }));
}

function select(number, frame = true) {
  selected = number;
  document.querySelectorAll('#questions tbody tr').forEach((row, k) => row.classList.toggle('sel', k === number));
  const doubt = merged.doubts[number];
  $('decide').hidden = !doubt;
  map.select(number, frame);
  if (!doubt) return;
  $('decide-title').textContent = text('ui.merge.stretch', whole(number + 1), whole(merged.doubts.length), doubt.title);
  $('decide-km').textContent = text('ui.merge.km', plain(doubt.lengthKm, 1));
  $('decide-about').textContent = doubt.sentence;
  $('decide-buttons').replaceChildren(buttons(doubt, decisions));
}

/** Keeps decisions and merges anew; the buttons that were pressed have the focus again. */
async function keep(changed) {
  const within = document.activeElement?.closest('#decide-buttons, #questions tr'), place = within?.id || [...document.querySelectorAll('#questions tbody tr')].indexOf(within);
  const word = document.activeElement?.dataset.decision;
  try {
    await postJson(`${path}/decisions`, { decisions: changed });
  } catch (error) {
    return refuse(error);
  }
  await merge();
  const back = place === 'decide-buttons' ? $('decide-buttons') : document.querySelectorAll('#questions tbody tr')[place];
  if (word) back?.querySelector(`[data-decision=${word}]`)?.focus();
}

$('choice').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    showDrawings(await putJson(path, { drawings: drawings.filter((each) => each.chosen).map(({ id }) => id), toleranceKm: typedNumber($('tolerance').value) }));
    await merge();
  } catch (error) {
    refuse(error);
  }
});
$('suggested').addEventListener('click', () => {
  $('tolerance').value = '';
  $('choice').requestSubmit();
});
$('undo').addEventListener('click', () => decisions.undo());
for (const all of document.querySelectorAll('[data-all]')) {
  all.addEventListener('click', () => decisions.make(Object.fromEntries(merged.doubts.map((doubt) => [doubt.id, choicesOf(doubt).includes(all.dataset.all) ? all.dataset.all : 'LATER']))));
}
$('store').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await follow(await postJson(`${path}/versions?name=${encodeURIComponent($('name').value.trim())}`, {}, { Prefer: 'respond-async' }));
  } catch (error) {
    refuse(error);
  }
});

/** Shows a merge that is to be stored until it is over; it goes on without the page. */
async function follow(answer) {
  const bar = $('storing'), cancel = bar.querySelector('button'), submit = $('store').querySelector('[type=submit]');
  refuse(null);
  $('stored').textContent = '';
  submit.disabled = true;
  cancel.disabled = false;
  cancel.onclick = () => {
    cancel.disabled = true;
    postJson(`/merges/${answer.job.id}/stop`, {}).catch(refuse);
  };
  try {
    for (; isOpen(answer.job); answer = await getJson(`/merges/${answer.job.id}`)) {
      const { state, before, doneRatio } = answer.job;
      bar.hidden = false;
      bar.querySelector('progress').value = doneRatio;
      bar.querySelector('span').textContent = state === 'QUEUED' ? text('ui.merge.waits', whole(before)) : text('ui.merge.storing', percent(doneRatio));
      await new Promise((later) => { setTimeout(later, LOOK_AGAIN_MS); });
    }
  } finally {
    bar.hidden = true;
    submit.disabled = false;
  }
  const { version, lengthKm, undecided, job } = answer;
  if (job.error) throw new Error(job.error.detail);
  $('stored').textContent = version ? text('ui.merge.stored', whole(version.version), job.name, whole(version.features), plain(lengthKm, 0), whole(undecided)) : text('ui.merge.stopped');
  showDrawings(await getJson(path));
}

try {
  const state = await getJson(path);
  showDrawings(state);
  if (state.storing) follow({ job: state.storing }).catch(refuse);
  if (drawings.length) await merge();
} catch (error) {
  refuse(error);
}
window.kiungo = { map, decisions };
