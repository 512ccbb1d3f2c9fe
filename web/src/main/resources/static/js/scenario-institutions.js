// Schools and clinics in a scenario: where they come from, and the share of each kind to connect, by when and with which weight.
import { isOfDistricts } from './fairness.js';

const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const source = document.getElementById('institutions');
const shares = [...document.querySelectorAll('[data-institution]')];
const before = base.institutions ?? { source: 'IMPORTED', goals: [] };
const partsOf = (input) => [...input.parentElement.querySelectorAll('[data-goal]')];

source.value = before.source;
for (const input of shares) {
  const goal = before.goals.find((each) => each.kind === input.dataset.institution);
  if (goal?.shareRatio) input.value = String(Math.round(goal.shareRatio * 1e4) / 100);
  for (const part of partsOf(input)) if (goal?.[part.dataset.goal]) part.value = String(goal[part.dataset.goal]);
}

function goalOf(input) {
  const kind = input.dataset.institution, goal = { kind };
  if (input.value) goal.shareRatio = Number(input.value) / 100;
  for (const part of partsOf(input)) if (part.value) goal[part.dataset.goal] = Number(part.value);
  return goal.shareRatio || goal.weightPeople ? [goal] : [];
}

// who asks for a share or a weight asks for those that Kiungo carries, where none are imported
for (const input of shares.flatMap((each) => [each, ...partsOf(each)])) input.addEventListener('input', () => { if (input.value && source.value !== 'NONE') source.value = 'BUILT_IN'; });

/** As the form has them; a goal needs some to be counted, and goals of districts take none. */
export function institutions(goal) {
  const goals = shares.flatMap(goalOf);
  const others = before.goals.filter((each) => !shares.some((input) => input.dataset.institution === each.kind));
  return { source: source.value, goals: source.value === 'NONE' || isOfDistricts(goal) ? [] : [...goals, ...others] };
}
