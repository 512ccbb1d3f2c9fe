// Checks of the scenario form: ranges here at once, everything else by the server; refusals at their field.
import { postJson } from './api.js';
import { plain } from './figures.js';
import { boxes, form, inputs, isUnused, valueOf } from './scenario-fields.js';
import { growthProblem } from './scenario-growth.js';
import { hasPhases, phasesProblem } from './scenario-phases.js';
import { say, scenario, sizeWords } from './scenario-words.js';
import { text } from './words.js';

const ROUNDING = 1e-9;
/** What is not asked for where nothing is typed: no cap, no threshold, no price of service from abroad. */
const MAY_BE_EMPTY = ['budgetUsd', 'abovePeople', 'serviceAbroadUsdPerYear'];
const $ = (id) => document.getElementById(id);
let latest;

/** Puts a sentence at a field, or takes it away; false when the form has no such field. */
function mark(field, sentence) {
  const box = form.querySelector(`[data-for-field="${field}"]`);
  if (!box) return false;
  const hint = box.querySelector('.hint'), input = box.querySelector('input, select');
  box.classList.toggle('bad', Boolean(sentence));
  if (sentence) input?.setAttribute('aria-invalid', 'true');
  else input?.removeAttribute('aria-invalid');
  hint.textContent = sentence || hint.dataset.hint || '';
  return true;
}

function isInRange(input) {
  const { field, factor, low, high } = input.dataset, value = valueOf(input);
  if (isUnused(field) || (value === null && MAY_BE_EMPTY.includes(field))) return true;
  return value !== null && value / factor >= Number(low) - ROUNDING && value / factor <= Number(high) + ROUNDING;
}

/** Ranges and numbers, judged without the server. */
export function checkLocally() {
  let good = true;
  for (const input of inputs) {
    const fits = isInRange(input), { field, low, high } = input.dataset;
    mark(field, fits ? '' : text('ui.field.range', plain(Number(low), 1), plain(Number(high), 1)));
    good &&= fits;
  }
  const first = valueOf($('firstYear')), last = valueOf($('lastYear'));
  if (good && last < first) {
    mark('lastYear', text('ui.field.years-turned', first));
    good = false;
  }
  const phases = hasPhases() ? phasesProblem() : '';
  mark('phases', phases);
  good &&= !phases;
  const growth = growthProblem();
  mark('growth', growth);
  good &&= !growth;
  const none = boxes('technologyIds').every((box) => !box.checked);
  mark('technologyIds', none ? text('ui.field.no-technology') : '');
  return good && !none;
}

/** An answer still on its way is about older values. */
export function forget() {
  latest = null;
}

/** Checks everything; resolves to true when the scenario can be run. */
export async function check() {
  say();
  const good = checkLocally(), size = $('means-size'), conflict = $('conflict');
  conflict.hidden = true;
  size.textContent = '';
  $('start').disabled = !good;
  if (!good) return false;
  const asked = (latest = Symbol('check'));
  try {
    const { valid, problems, estimate } = await postJson('/scenarios/check', scenario());
    if (asked !== latest) return false;
    const elsewhere = problems.filter(({ field, message }) => !mark(field, message)).map(({ message }) => message);
    conflict.hidden = elsewhere.length === 0;
    conflict.textContent = elsewhere.join(' ');
    $('start').disabled = !valid;
    if (estimate) size.textContent = sizeWords(estimate);
    return valid;
  } catch (error) {
    conflict.hidden = false;
    conflict.textContent = error.message;
    return false;
  }
}
