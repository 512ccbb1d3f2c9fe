// The phases of a scenario: years that follow one another without a hole, each with its money.
import { typedNumber } from './elements.js';
import { asTyped } from './figures.js';
import { text } from './words.js';

const MOST = 5, MILLION = 1e6;
const $ = (id) => document.getElementById(id);
const base = JSON.parse($('base-scenario').content.textContent);
const list = $('phase-rows');
const part = (row, name) => row.querySelector(`[data-part=${name}]`);
const number = (row, name) => typedNumber(part(row, name).value) ?? NaN;
const span = () => ['firstYear', 'lastYear'].map((id) => typedNumber($(id).value));

/** True where a share of the people is to be served, which phases may have too. */
const wantsTarget = () => $('goal').value === 'LEAST_COST_TO_TARGET' || typedNumber(document.querySelector('[data-strategy=publicTarget]').value) !== null;

/** The phases as the form has them; none when money comes at once. The last one ends with the plan. */
export function phases() {
  const [first, last] = span();
  let from = first;
  return [...list.children].map((row) => {
    const lastYear = row.nextElementSibling ? number(row, 'lastYear') : last;
    const phase = { firstYear: from, lastYear, budgetUsd: Number((number(row, 'budgetUsd') * MILLION).toPrecision(12)) };
    from = lastYear + 1;
    const target = typedNumber(part(row, 'targetRatio').value);
    return target === null || !row.nextElementSibling || !wantsTarget() ? phase : { ...phase, targetRatio: target / 100 };
  });
}

/** True when money comes by phase. */
export const hasPhases = () => list.children.length > 0;

/** What is wrong with the phases, in words; nothing when the server may judge. */
export function phasesProblem() {
  const asked = phases();
  if (asked.some(({ lastYear, budgetUsd }) => !Number.isInteger(lastYear) || !(budgetUsd >= 0))) return text('ui.field.phases.number');
  return asked.some(({ firstYear, lastYear }) => lastYear < firstYear) ? text('ui.field.phases.order') : '';
}

function addRow({ lastYear, budgetUsd, targetRatio }) {
  const row = $('phase-row').content.firstElementChild.cloneNode(true);
  part(row, 'lastYear').value = lastYear;
  part(row, 'budgetUsd').value = asTyped(budgetUsd / MILLION);
  part(row, 'targetRatio').value = Number.isFinite(targetRatio) ? asTyped(Number((targetRatio * 100).toPrecision(6))) : '';
  list.append(row);
}

/** Numbers, first years, and what the last phase ends with: all that follows from the rest. */
export function sayPhases() {
  const asked = phases();
  [...list.children].forEach((row, k) => {
    const chip = row.querySelector('.chip'), ends = !row.nextElementSibling, last = part(row, 'lastYear');
    chip.textContent = k + 1;
    chip.className = `chip p${k + 1}`;
    part(row, 'firstYear').textContent = Number.isInteger(asked[k].firstYear) ? asked[k].firstYear : '–';
    last.readOnly = ends;
    if (ends) last.value = span()[1] ?? '';
    last.setAttribute('aria-label', text('ui.scenario.phase-last', k + 1));
    row.querySelector('.aim').hidden = ends || !wantsTarget();
    part(row, 'targetRatio').setAttribute('aria-label', text('ui.scenario.phase-target', k + 1));
    part(row, 'budgetUsd').setAttribute('aria-label', text('ui.scenario.phase-money', k + 1));
    row.querySelector('[data-remove]').setAttribute('aria-label', text('ui.scenario.phase-remove', k + 1));
  });
  $('phase-add').textContent = text(hasPhases() ? 'ui.scenario.phase-add' : 'ui.scenario.phase-divide');
  $('phase-add').disabled = list.children.length === MOST;
  $('phase-equal').hidden = $('personYears').parentElement.hidden = !hasPhases();
}

/** Puts phases in the place of those there are. */
export function setPhases(wanted) {
  list.replaceChildren();
  wanted.forEach(addRow);
}

/** The same money over as many phases of equal years as the years allow; the first ones get those left over. */
function equalYears(money) {
  const [first, last] = span(), all = last - first + 1, n = money.length;
  let from = first;
  setPhases(money.map((budgetUsd, k) => {
    const lastYear = from + Math.floor(all / n) + (k < all % n ? 1 : 0) - 1;
    from = lastYear + 1;
    return { lastYear, budgetUsd };
  }));
}

/** Cuts the longest phase, or all years, into two with half of its money each. */
function add() {
  if (!hasPhases()) {
    const half = ((typedNumber($('budgetUsd').value) || 0) * MILLION) / 2;
    equalYears([half, half]);
    return;
  }
  const asked = phases(), years = asked.map(({ firstYear, lastYear }) => lastYear - firstYear + 1);
  const k = years.lastIndexOf(Math.max(...years));
  if (!(years[k] > 1)) return;
  const { firstYear, lastYear, budgetUsd } = asked[k], half = budgetUsd / 2;
  asked.splice(k, 1, { lastYear: firstYear + Math.ceil(years[k] / 2) - 1, budgetUsd: half }, { lastYear, budgetUsd: half });
  setPhases(asked);
}

/** A phase's years and money go to the one before it, of the first to the one after; one phase is a budget. */
function remove(k) {
  const asked = phases(), to = k === 0 ? 1 : k - 1;
  asked[to].budgetUsd += asked[k].budgetUsd;
  if (k > 0) asked[to].lastYear = asked[k].lastYear;
  asked.splice(k, 1);
  if (asked.length === 1) $('budgetUsd').value = asTyped(asked[0].budgetUsd / MILLION);
  setPhases(asked.length === 1 ? [] : asked);
}

/** Takes up the phases of a plan and lets them be changed; calls back on a change that is not typed. */
export function onPhasesChange(changed) {
  const then = (change) => () => {
    change();
    changed();
  };
  $('phase-add').addEventListener('click', then(add));
  $('phase-equal').addEventListener('click', then(() => equalYears(phases().map(({ budgetUsd }) => budgetUsd))));
  list.addEventListener('click', ({ target }) => {
    const row = target.closest('[data-remove]') && target.closest('li');
    if (!row) return;
    then(() => remove([...list.children].indexOf(row)))();
    (list.querySelector('[data-remove]') ?? $('phase-add')).focus();
  });
}

setPhases(base.phases ?? []);
