// Who counts more: weights of groups of people in the scenario form.
import { getJson } from './api.js';
import { asTyped, brief } from './figures.js';
import { text } from './words.js';

/** True for goals that put districts first themselves. */
export const isOfDistricts = (goal) => goal === 'HIGHEST_DISTRICT_FLOOR' || goal === 'HIGHEST_EQUITABLE_SHARE';

const root = document.getElementById('weights');
const country = document.getElementById('country');
const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const key = ({ layer, group }) => `${layer}:${group}`;
const given = new Map(base.fairness.map((weight) => [key(weight), weight]));
let shown = '';

/** The weights asked for; goals of districts take none. */
export const fairness = (goal) => (isOfDistricts(goal) || (shown && shown !== country.value) ? [] : [...given.values()]);

function field(layer, { group, label, people }, changed) {
  const made = document.createElement('div'), id = `weight-${layer}-${group}`.replace(/[^\w-]/g, '-');
  made.className = 'field';
  const name = Object.assign(document.createElement('label'), { htmlFor: id, textContent: label });
  const input = Object.assign(document.createElement('input'), { id, inputMode: 'decimal', autocomplete: 'off', placeholder: '1' });
  const hint = Object.assign(document.createElement('span'), { className: 'hint', textContent: text('ui.scenario.weight-people', brief(people)) });
  input.value = given.has(key({ layer, group })) ? asTyped(given.get(key({ layer, group })).weightRatio) : '';
  input.addEventListener('input', () => {
    const weightRatio = Number(input.value.replace(',', '.'));
    const fits = input.value !== '' && weightRatio >= 0.1 && weightRatio <= 10;
    made.classList.toggle('bad', input.value !== '' && !fits);
    if (fits && weightRatio !== 1) given.set(key({ layer, group }), { layer, group, weightRatio });
    else given.delete(key({ layer, group }));
    changed();
  });
  made.append(name, input, hint);
  return made;
}

/** Shows the layers of the country that is chosen once somebody looks; calls back on a change. */
export function onFairnessChange(changed) {
  async function show() {
    const iso3 = country.value;
    if (!root.open || shown === iso3) return;
    const layers = await getJson(`/countries/${iso3}/equity-layers`);
    if (iso3 !== country.value) return;
    if (shown || base.countries[0] !== iso3) given.clear();
    shown = iso3;
    root.querySelector('div').replaceChildren(...layers.map(({ layer, label, groups }) => {
      const part = document.createElement('fieldset'), grid = document.createElement('div');
      grid.className = 'grid3';
      grid.append(...groups.map((group) => field(layer, group, changed)));
      part.append(Object.assign(document.createElement('legend'), { textContent: label }), grid);
      return part;
    }));
    changed();
  }
  root.addEventListener('toggle', show);
  country.addEventListener('change', show);
  root.open ||= given.size > 0;
  show(); // somebody may have opened it before this script had come
}
