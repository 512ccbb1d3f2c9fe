// The fields of the scenario form and the scenario that they make up.
import { typedNumber } from './elements.js';
import { fairness } from './fairness.js';
import { twoPaths } from './scenario-hubs.js';
import { institutions } from './scenario-institutions.js';
import { feeds } from './scenario-feeds.js';
import { growth } from './scenario-growth.js';
import { hasPhases, phases } from './scenario-phases.js';
import { countries, several, together } from './scenario-together.js';
import { strategy } from './strategy.js';

export const form = document.getElementById('scenario');
export const country = document.getElementById('country');
export const inputs = [...form.querySelectorAll('input[data-field]')];
const goal = document.getElementById('goal'), floor = document.getElementById('floor');
export const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const STANDARD = ['downlinkMbps', 'overbookingFactor', 'roundTripMs', 'basicDownlinkMbps', 'basicWeightRatio', 'adoptionRatio'];
const MONEY = ['discountRateRatio', 'firstYear', 'lastYear'];
const TODAY = ['coverage', 'fourGCountsAs', 'unknownFibre', 'assumedNodes', 'unsureCoverage'];
const AIMS = ['budgetUsd', 'targetRatio'];
/** Which of the two a goal speaks of; the other is hidden and empty. */
const AIM_OF = {
  MOST_PEOPLE_UNDER_BUDGET: ['budgetUsd'],
  HIGHEST_DISTRICT_FLOOR: ['budgetUsd'],
  HIGHEST_EQUITABLE_SHARE: ['budgetUsd'],
  LEAST_COST_TO_TARGET: ['targetRatio'],
};

const asked = () => AIM_OF[goal.value] ?? AIMS;

/** True for a field that the goal does not speak of, or phases say. */
export const isUnused = (field) => (AIMS.includes(field) && !asked().includes(field)) || (field === 'budgetUsd' && hasPhases());

/** What a field holds in the scenario's unit; NaN when it is not a number; null when empty. */
export function valueOf(input) {
  const typed = typedNumber(input.value);
  return typed === null ? null : Number((typed * Number(input.dataset.factor)).toPrecision(12));
}

export const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];

/** All ticked means no limit, which the scenario writes as an empty list. */
function chosen(name) {
  const on = boxes(name).filter((box) => box.checked);
  return on.length === boxes(name).length ? [] : on.map((box) => box.value);
}

/** The scenario as the form has it, still without a name. */
export function readScenario() {
  const values = Object.fromEntries(inputs.map((input) => [input.dataset.field, valueOf(input)]));
  for (const field of AIMS) if (isUnused(field)) values[field] = null;
  const pick = (names) => Object.fromEntries(names.map((name) => [name, values[name]]));
  const keepLocks = base.countries.includes(country.value) && document.getElementById('keep-locks')?.checked;
  return {
    ...base,
    ...together(base),
    serviceAbroadUsdPerYear: several() ? values.serviceAbroadUsdPerYear : null,
    goal: goal.value,
    budgetUsd: values.budgetUsd, targetRatio: values.targetRatio,
    ...strategy(values),
    ...(hasPhases() ? { budgetUsd: null } : {}),
    phases: phases(),
    personYears: document.getElementById('personYears').value,
    standard: { ...base.standard, ...pick(STANDARD), sizing: document.getElementById('sizing').value, growth: growth() },
    money: { ...base.money, ...pick(MONEY) },
    technologyIds: chosen('technologyIds'),
    mediumIds: chosen('mediumIds'),
    feeds: [...feeds(country.value), ...(base.feeds ?? []).filter((each) => each.country !== country.value && countries().includes(each.country))],
    locks: keepLocks ? base.locks : [],
    roads: document.getElementById('roads').value,
    fairness: fairness(goal.value),
    institutions: institutions(goal.value),
    twoPaths: twoPaths(values.abovePeople),
    today: Object.fromEntries(TODAY.map((id) => [id, document.getElementById(id).value])),
    seed: values.seed, steps: values.steps, seconds: values.seconds,
  };
}

/** Shows the fields of the chosen goal. */
export function showGoal() {
  for (const field of AIMS) form.querySelector(`[data-for-field="${field}"]`).hidden = isUnused(field);
  floor.checked = goal.value === 'HIGHEST_DISTRICT_FLOOR';
  floor.disabled = asked().includes('targetRatio');
}

/** Takes a published target: a share of people, and the speed that counts where one is stated. */
function useTarget(percent, mbps) {
  const field = (id) => form.querySelector(`#${id}`);
  goal.value = 'LEAST_COST_TO_TARGET';
  field('targetRatio').value = percent;
  if (mbps) {
    field('downlinkMbps').value = mbps;
    if (Number(field('basicDownlinkMbps').value) > Number(mbps)) field('basicDownlinkMbps').value = mbps;
  }
  showGoal();
}

/** Takes a preset: a number of steps, "goal NAME" or "target PERCENT MBPS". */
export function usePreset(preset) {
  const [first, wanted, mbps] = preset.split(' ');
  if (first === 'target') useTarget(wanted, mbps);
  else if (wanted) {
    goal.value = wanted;
    if (!isUnused('targetRatio')) form.querySelector('#targetRatio').value ||= '95';
    showGoal();
  } else if (first) form.querySelector('#steps').value = first;
}

goal.addEventListener('change', showGoal);
floor.addEventListener('change', () => {
  goal.value = floor.checked ? 'HIGHEST_DISTRICT_FLOOR' : 'MOST_PEOPLE_UNDER_BUDGET';
  showGoal();
});
