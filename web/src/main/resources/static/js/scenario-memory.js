// Keeps what is typed in this browser until it is run or started afresh.
import { country, form } from './scenario-fields.js';
import { growth, setGrowth } from './scenario-growth.js';
import { phases, setPhases } from './scenario-phases.js';
import { countries, setTogether } from './scenario-together.js';
import { text } from './words.js';

const KEY = 'kiungo.scenario';
const saved = document.getElementById('saved'), afresh = document.getElementById('afresh');
const kept = [...form.querySelectorAll('input, select')].filter((each) =>
  each.dataset.field || each.dataset.institution || each.dataset.goal || ['technologyIds', 'mediumIds'].includes(each.name) || ['goal', 'floor', 'coverage', 'fourGCountsAs', 'unknownFibre', 'assumedNodes', 'unsureCoverage', 'sizing', 'roads', 'personYears', 'institutions', 'hub-capitals', 'hub-disjoint', 'hub-ids', 'borders'].includes(each.id));

export function save() {
  try {
    localStorage.setItem(KEY, JSON.stringify({ country: country.value, together: countries(), phases: phases(), growth: growth(), values: kept.map((each) => (each.type === 'checkbox' ? each.checked : each.value)) }));
    saved.textContent = text('ui.scenario.saved');
    afresh.hidden = false;
  } catch {
    // a browser may refuse storage: then nothing is kept, and nothing says it was
  }
}

/** Takes up what was typed last for this country, unless the address asks for a plan's own choices. */
export function restore() {
  const asked = new URLSearchParams(location.search);
  try {
    const { country: of, together = [], values, phases: typed = [], growth: grown = [] } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    if (form.dataset.taken || of !== country.value || values.length !== kept.length || ['plan', 'run', 'with'].some((each) => asked.has(each))) return;
    kept.forEach((each, k) => (each.type === 'checkbox' ? (each.checked = values[k]) : (each.value = values[k])));
    setPhases(typed);
    setGrowth(grown);
    setTogether(together);
    saved.textContent = text('ui.scenario.restored');
    afresh.hidden = false;
  } catch {
    // nothing was kept, or by another version
  }
}

afresh.addEventListener('click', () => {
  localStorage.removeItem(KEY);
  location.reload();
});
