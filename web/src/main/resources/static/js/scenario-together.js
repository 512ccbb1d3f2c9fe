// Countries that are planned together with the form's own, one by one or as a community.
import { element } from './elements.js';
import { text } from './words.js';

const country = document.getElementById('country'), menu = document.getElementById('with');
const list = document.getElementById('with-list'), borders = document.getElementById('borders');
const NAMED = 3;
const optionOf = (iso3) => country.querySelector(`option[value="${CSS.escape(iso3)}"]`);
let chosen = [];

/** ISO 3166-1 alpha-3 of all that are planned, the form's own among them, sorted. */
export const countries = () => [...new Set([country.value, ...chosen])].sort();

export const several = () => countries().length > 1;

/** Their names, or the first and how many more. */
export function countryName(all = countries()) {
  const names = all.map((iso3) => optionOf(iso3).textContent);
  return names.length <= NAMED ? names.join(', ') : text('ui.scenario.and-more', names[0], names.length - 1);
}

const sum = (part) => countries().reduce((all, iso3) => all + Number(optionOf(iso3).dataset[part]), 0);

/** People without 4G by the published shares. */
export const peopleWithout = () => sum('without');

/** The budget where nobody says better, USD: the server's rule, added up. */
export const defaultUsd = () => sum('defaultUsd');

/** west, south, east, north around countries. */
export function bboxOf(all) {
  const boxes = all.map((iso3) => optionOf(iso3).dataset.bbox.split(',').map(Number));
  return [0, 1, 2, 3].map((k) => Math[k < 2 ? 'min' : 'max'](...boxes.map((box) => box[k])));
}

/** What a scenario says of them. base: the one that the page came with. */
export function together(base) {
  const all = countries(), same = all.join() === base.countries.join();
  return { countries: all, borders: several() ? borders.value : 'OPEN', budgetsByCountry: same ? base.budgetsByCountry ?? {} : {} };
}

export function setTogether(all) {
  chosen = all.includes(country.value) ? all.filter(optionOf) : [];
  show();
}

const changed = () => {
  show();
  menu.dispatchEvent(new Event('input', { bubbles: true }));
};

function show() {
  chosen = chosen.filter((iso3) => iso3 !== country.value);
  list.replaceChildren(...[...chosen].sort().map((iso3) => {
    const line = element('li', { className: 'row nowrap' }, optionOf(iso3).textContent), out = element('button', { type: 'button', className: 'btn icon plain' }, '✕');
    out.setAttribute('aria-label', text('ui.scenario.with-out', optionOf(iso3).textContent));
    out.addEventListener('click', () => {
      chosen = chosen.filter((each) => each !== iso3);
      changed();
      menu.focus();
    });
    line.dataset.iso3 = iso3;
    line.append(out);
    return line;
  }));
  list.hidden = chosen.length === 0;
  borders.closest('.field').hidden = !several();
  document.getElementById('abroad').hidden = !several();
}

document.getElementById('with-countries').append(...[...country.options].map((each) => element('option', { value: each.value }, each.textContent)));
menu.addEventListener('change', () => {
  const added = menu.value.split(' ').filter((iso3) => iso3 && optionOf(iso3));
  menu.value = '';
  if (added.length > 1 && !added.includes(country.value)) { // a community is planned without those outside it
    country.value = added[0];
    country.dispatchEvent(new Event('change'));
  }
  chosen = added.length > 1 ? added : [...chosen, ...added];
  changed();
});
country.addEventListener('change', show);
