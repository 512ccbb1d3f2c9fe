// Schools and clinics in a scenario: where they come from, and the share of each kind to connect.

const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const source = document.getElementById('institutions');
const shares = [...document.querySelectorAll('[data-institution]')];
const before = base.institutions ?? { source: 'IMPORTED', goals: [] };

source.value = before.source;
for (const input of shares) {
  const goal = before.goals.find((each) => each.kind === input.dataset.institution);
  if (goal?.shareRatio) input.value = String(Math.round(goal.shareRatio * 1e4) / 100);
}

function goalOf(input) {
  const kind = input.dataset.institution;
  const old = before.goals.find((each) => each.kind === kind);
  if (!input.value) return old && !old.shareRatio ? [old] : [];
  return [{ kind, shareRatio: Number(input.value) / 100, ...(old?.byYear ? { byYear: old.byYear } : {}) }];
}

// who asks for a share asks for those that Kiungo carries, where none are imported
for (const input of shares) input.addEventListener('input', () => { if (input.value && source.value !== 'NONE') source.value = 'BUILT_IN'; });

/** As the form has them; a goal needs some to be counted, and the highest floor takes none. */
export function institutions(goal) {
  const goals = shares.flatMap(goalOf);
  const others = before.goals.filter((each) => !shares.some((input) => input.dataset.institution === each.kind));
  return { source: source.value, goals: source.value === 'NONE' || goal === 'HIGHEST_DISTRICT_FLOOR' ? [] : [...goals, ...others] };
}
