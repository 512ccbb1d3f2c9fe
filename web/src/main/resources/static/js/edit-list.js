// The list of edits with what each changes, undo and redo, and the estimate of all of them together.
import { signed, usd, whole } from './figures.js';
import { technologies } from './places-table.js';
import { text } from './words.js';
import * as view from './view-state.js';

const $ = (id) => document.getElementById(id);
const SAVED = { saving: 'ui.explore.saving', saved: 'ui.explore.saved', here: 'ui.explore.saved-here' };
const LEAST = .5; // dollars or people below which nothing has changed

function editWords({ action, technologyId, label }) {
  const technology = technologies.get(technologyId)?.name ?? technologyId;
  return text(action === 'FORBID' && technologyId === '*' ? 'ui.explore.edit.FORBID.all' : `ui.explore.edit.${action}`, label, technology);
}

function changeWords({ costUsd, people, peopleBasic, places, impossible }) {
  const parts = [
    Math.abs(costUsd) >= LEAST && text('ui.explore.delta-usd', signed(costUsd, usd)),
    Math.abs(people) >= LEAST && text('ui.explore.delta-people', signed(people, whole)),
    Math.abs(peopleBasic) >= LEAST && text('ui.explore.delta-basic', signed(peopleBasic, whole)),
    impossible > 0 && text('ui.explore.impossible', whole(impossible), whole(places)),
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : text('ui.explore.delta-none');
}

function estimateWords({ estimate, failed }) {
  if (failed) return text('ui.explore.failed', failed.message);
  if (!estimate) return text('ui.explore.estimating');
  const over = estimate.budgetLeftUsd < -LEAST ? ` · ${text('ui.explore.over-budget', usd(-estimate.budgetLeftUsd))}` : '';
  return changeWords(estimate.total) + over;
}

/** Buttons and keys that step through a draft's edits. */
export function offerSteps(draft) {
  $('undo').addEventListener('click', () => draft.step(-1));
  $('redo').addEventListener('click', () => draft.step(1));
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select');
    if (typing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    draft.step(event.shiftKey ? 1 : -1);
  });
}

/** Writes a draft: its edits, the latest first, what is saved, and the estimate. goTo(edit): its place was asked for. */
export function showEdits(draft, goTo) {
  const { edits, applied, estimate, state } = draft;
  $('edits-title').textContent = applied ? text('ui.explore.edits-count', whole(applied)) : text('ui.explore.edits');
  $('undo').disabled = applied === 0;
  $('redo').disabled = applied === edits.length;
  $('saved').textContent = text((edits.length || state !== 'saved') && SAVED[state] || 'ui.explore.no-edits');
  $('saved').dataset.state = state;
  view.set({ e: edits.length ? draft.id : null });
  $('edit-list').replaceChildren(...edits.map((edit, k) => editLine(edit, k < applied, estimate?.edits[k], goTo)).reverse());
  $('estimate').hidden = applied === 0;
  $('estimate-text').textContent = estimateWords(draft);
}

function editLine(edit, isApplied, change, goTo) {
  const line = document.createElement('li'), words = document.createElement('span'), go = document.createElement('button'), small = document.createElement('small');
  line.className = isApplied ? '' : 'undone';
  words.textContent = editWords(edit);
  go.type = 'button';
  go.className = 'btn icon plain';
  go.textContent = '◎';
  go.title = text('ui.explore.go-to');
  go.setAttribute('aria-label', text('ui.said-of', text('ui.explore.go-to'), edit.label));
  go.addEventListener('click', () => goTo(edit));
  line.append(words, go, small);
  if (isApplied && change) {
    const tag = document.createElement('span');
    tag.className = 'tag quiet';
    tag.textContent = text('ui.explore.estimate');
    small.append(`${changeWords(change)} `, tag);
  }
  return line;
}

/** Somebody else edited the same draft: says so and offers theirs. */
export function showConflict(draft, error) {
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.className = 'btn';
  reload.textContent = text('ui.explore.reload');
  reload.addEventListener('click', async () => {
    $('conflict').hidden = true;
    await draft.reload();
  });
  $('conflict').replaceChildren(error.message, ' ', reload);
  $('conflict').hidden = false;
}
