// The scenario form: reads and checks fields, says what they mean, shows refusals at their field.
import { postJson } from './api.js';
import { fairness, onFairnessChange } from './fairness.js';
import { people as inhabitants, plain, usdInWords, whole } from './figures.js';
import { onStrategyChange, strategy } from './strategy.js';
import { openTabs, reveal } from './tabs.js';
import { text } from './words.js';

const form = document.getElementById('scenario');
const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const inputs = [...form.querySelectorAll('input[data-field]')];
const country = document.getElementById('country');
const STANDARD = ['downlinkMbps', 'overbookingFactor', 'roundTripMs', 'basicDownlinkMbps', 'basicWeightRatio', 'adoptionRatio'];
const MONEY = ['discountRateRatio', 'firstYear', 'lastYear'];

/** What a field holds in the scenario's unit; NaN when it is not a number; null when empty. */
function valueOf(input) {
  const typed = input.value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (typed === '') return null;
  const value = Number(typed) * Number(input.dataset.factor);
  return Number(value.toPrecision(12));
}

/** Fields that a goal leaves open; those it does not speak of are empty. */
const MONEY_OF = {
  MOST_PEOPLE_UNDER_BUDGET: ['budgetUsd'],
  HIGHEST_DISTRICT_FLOOR: ['budgetUsd'],
  LEAST_COST_TO_TARGET: ['targetRatio'],
};
const OPEN = ['budgetUsd', 'targetRatio'];
const goal = document.getElementById('goal'), floor = document.getElementById('floor');

function showGoal() {
  const open = MONEY_OF[goal.value] ?? OPEN;
  for (const field of OPEN) form.querySelector(`[data-for-field="${field}"]`).hidden = !open.includes(field);
  floor.checked = goal.value === 'HIGHEST_DISTRICT_FLOOR';
  floor.disabled = open.includes('targetRatio');
}

goal.addEventListener('change', showGoal);
floor.addEventListener('change', () => {
  goal.value = floor.checked ? 'HIGHEST_DISTRICT_FLOOR' : 'MOST_PEOPLE_UNDER_BUDGET';
  showGoal();
});

const ticked = (name) => [...form.querySelectorAll(`input[name=${name}]`)];

/** All ticked means no limit, which the scenario writes as an empty list. */
function chosen(name) {
  const boxes = ticked(name), on = boxes.filter((box) => box.checked);
  return on.length === boxes.length ? [] : on.map((box) => box.value);
}

export function scenario() {
  const open = MONEY_OF[goal.value] ?? OPEN;
  const values = Object.fromEntries(inputs.map((input) => [input.dataset.field, valueOf(input)]));
  for (const field of OPEN) if (!open.includes(field)) values[field] = null;
  const pick = (names) => Object.fromEntries(names.map((name) => [name, values[name]]));
  const keepLocks = base.countries[0] === country.value && document.getElementById('keep-locks')?.checked;
  const wanted = {
    ...base,
    countries: [country.value],
    goal: goal.value,
    budgetUsd: values.budgetUsd, targetRatio: values.targetRatio,
    ...strategy(values),
    standard: { ...base.standard, ...pick(STANDARD) },
    money: { ...base.money, ...pick(MONEY) },
    technologyIds: chosen('technologyIds'),
    mediumIds: chosen('mediumIds'),
    locks: keepLocks ? base.locks : [],
    fairness: fairness(goal.value),
    seed: values.seed, steps: values.steps, seconds: values.seconds,
  };
  return { ...wanted, name: text('ui.scenario.name', countryName(), aim(wanted)) };
}

/** The money or the target, in words. */
function aim({ budgetUsd, publicBudgetUsd, targetRatio }) {
  if (Number.isFinite(targetRatio)) return text('ui.number.percent', plain(targetRatio * 100, 1));
  if (Number.isFinite(publicBudgetUsd)) return text('ui.scenario.of-public-money', usdInWords(publicBudgetUsd));
  return budgetUsd === null ? text('ui.scenario.no-cap') : usdInWords(budgetUsd);
}

const countryName = () => country.selectedOptions[0].textContent;

/** Puts a sentence at a field, or takes it away. */
function mark(field, sentence) {
  const box = form.querySelector(`[data-for-field="${field}"]`);
  if (!box) return false;
  const hint = box.querySelector('.hint'), input = box.querySelector('input');
  box.classList.toggle('bad', Boolean(sentence));
  if (sentence) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  hint.textContent = sentence || hint.dataset.hint || '';
  return true;
}

/** Ranges and numbers, judged without the server. */
function checkLocally() {
  let good = true;
  for (const input of inputs) {
    const value = valueOf(input), factor = Number(input.dataset.factor);
    const low = Number(input.dataset.low), high = Number(input.dataset.high);
    const open = MONEY_OF[goal.value] ?? OPEN, unused = OPEN.includes(input.dataset.field) && !open.includes(input.dataset.field);
    const empty = unused || (value === null && input.dataset.field === 'budgetUsd');
    const fits = empty || (value !== null && value / factor >= low - 1e-9 && value / factor <= high + 1e-9);
    mark(input.dataset.field, fits ? '' : text('ui.field.range', plain(low, 1), plain(high, 1)));
    good &&= fits;
  }
  const first = valueOf(form.querySelector('#firstYear')), last = valueOf(form.querySelector('#lastYear'));
  if (good && last < first) {
    mark('lastYear', text('ui.field.years-turned', String(first)));
    good = false;
  }
  const none = ticked('technologyIds').every((box) => !box.checked);
  mark('technologyIds', none ? text('ui.field.no-technology') : '');
  return good && !none;
}

function say() {
  const wanted = scenario(), { standard, budgetUsd, money } = wanted;
  const key = Number.isFinite(wanted.publicBudgetUsd) ? 'ui.scenario.means.public'
    : wanted.goal === 'MOST_PEOPLE_UNDER_BUDGET' ? 'ui.scenario.means' : `ui.scenario.means.${wanted.goal}`;
  document.getElementById('means-text').textContent =
    text(key, countryName(), plain(standard.downlinkMbps, 1), aim(wanted), String(money.firstYear), String(money.lastYear));
  document.getElementById('heading').textContent = text('ui.scenario.heading', countryName());
  document.getElementById('back').href = `/countries/${country.value}`;
  const { population, year } = country.selectedOptions[0].dataset;
  document.getElementById('country-hint').textContent = text('ui.field.country.people', inhabitants(Number(population)), year);
  document.getElementById('country-source').href = `/countries/${country.value}#facts`;
  document.getElementById('json-text').textContent = JSON.stringify(scenario(), null, 2);
  const people = Number(country.selectedOptions[0].dataset.population);
  document.getElementById('budgetUsd-hint').dataset.hint = budgetUsd > 0 && people > 0
    ? text('ui.field.budgetUsd.per-person', plain(budgetUsd / people, 2))
    : text('ui.field.budgetUsd.hint');
}

const kept = 'kiungo.scenario', saved = document.getElementById('saved'), afresh = document.getElementById('afresh');
const fields = [...form.querySelectorAll('input, select')].filter((each) => each.dataset.field || ['technologyIds', 'mediumIds'].includes(each.name) || ['goal', 'floor'].includes(each.id));

/** Keeps what is typed in this browser until it is run or started afresh. */
function save() {
  try {
    localStorage.setItem(kept, JSON.stringify({ country: country.value, values: fields.map((each) => (each.type === 'checkbox' ? each.checked : each.value)) }));
    saved.textContent = text('ui.scenario.saved');
    afresh.hidden = false;
  } catch {
    // a browser may refuse storage: then nothing is kept, and nothing says it was
  }
}

/** Takes up what was typed last for this country, unless the address asks for a plan's own choices. */
function restore() {
  const asked = new URLSearchParams(location.search);
  afresh.addEventListener('click', () => {
    localStorage.removeItem(kept);
    location.reload();
  });
  try {
    const { country: of, values } = JSON.parse(localStorage.getItem(kept)) ?? {};
    if (of !== country.value || values.length !== fields.length || asked.has('plan') || asked.has('run')) return;
    fields.forEach((each, k) => (each.type === 'checkbox' ? (each.checked = values[k]) : (each.value = values[k])));
    saved.textContent = text('ui.scenario.restored');
    afresh.hidden = false;
  } catch {
    // nothing was kept, or by another version
  }
}

let latest;

/** Checks everything; resolves to true when the scenario can be run. */
export async function check() {
  say();
  const size = document.getElementById('means-size'), conflict = document.getElementById('conflict');
  const good = checkLocally();
  conflict.hidden = true;
  size.textContent = '';
  document.getElementById('start').disabled = !good;
  if (!good) return false;
  const asked = (latest = Symbol('check'));
  try {
    const { valid, problems, estimate } = await postJson('/scenarios/check', scenario());
    if (asked !== latest) return false;
    const elsewhere = problems.filter(({ field, message }) => !mark(field, message)).map(({ message }) => message);
    conflict.hidden = elsewhere.length === 0;
    conflict.textContent = elsewhere.join(' ');
    document.getElementById('start').disabled = !valid;
    if (estimate) size.textContent = sizeWords(estimate);
    return valid;
  } catch (error) {
    conflict.hidden = false;
    conflict.textContent = error.message;
    return false;
  }
}

function sizeWords({ places, nodes, seconds }) {
  const known = seconds !== null && seconds !== undefined;
  return known
    ? text('ui.scenario.size-time', whole(places), whole(nodes), whole(Math.max(1, Math.round(seconds))))
    : text('ui.scenario.size', whole(places), whole(nodes));
}

/** Calls back when the form is sent with a scenario that can be run. */
export function onRun(start) {
  let pause, saving;
  form.addEventListener('input', () => {
    clearTimeout(pause);
    latest = null; // an answer still on its way is about older values
    say();
    document.getElementById('start').disabled = !checkLocally();
    pause = setTimeout(check, 400);
    clearTimeout(saving);
    saving = setTimeout(save, 1000);
  });
  restore();
  showGoal();
  onStrategyChange(() => scenario(), check);
  onFairnessChange(check);
  openTabs();
  document.getElementById('preset').addEventListener('change', (event) => {
    const [first, wanted] = event.target.value.split(' ');
    if (wanted) {
      goal.value = wanted;
      if (MONEY_OF[wanted].includes('targetRatio')) form.querySelector('#targetRatio').value ||= '95';
      showGoal();
    } else if (first) form.querySelector('#steps').value = first;
    check();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    if (await check()) start(scenario());
    else {
      const wrong = form.querySelector('[aria-invalid]');
      reveal(wrong);
      wrong?.focus();
    }
  });
  check();
}
