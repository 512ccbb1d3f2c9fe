// How demand grows until a plan's last year: who subscribes in a year and, if known, what they use then.
import { typedNumber } from './elements.js';
import { asTyped } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const base = JSON.parse($('base-scenario').content.textContent);
const list = $('growth-rows');
const part = (row, name) => row.querySelector(`[data-part=${name}]`);
const number = (row, name) => typedNumber(part(row, name).value);
const ratio = (percent) => Number((percent / 100).toPrecision(12));

/** The years of which something is said, as the form has them; none where people come in equal steps. */
export function growth() {
  return [...list.children].map((row) => {
    const point = { year: number(row, 'year') ?? NaN, adoptionRatio: ratio(number(row, 'adoptionRatio') ?? NaN) };
    const volume = number(row, 'volumeRatio');
    return volume === null ? point : { ...point, volumeRatio: ratio(volume) };
  });
}

/** What is wrong with them, in words; nothing when the server may judge. */
export function growthProblem() {
  const wrong = growth().some((each) => !Number.isInteger(each.year) || Object.values(each).some((value) => !(value > 0)));
  return wrong ? text('ui.field.growth.number') : '';
}

function addRow({ year, adoptionRatio, volumeRatio }) {
  const row = $('growth-row').content.firstElementChild.cloneNode(true);
  const percent = (value) => (Number.isFinite(value) ? asTyped(value * 100) : '');
  part(row, 'year').value = year;
  part(row, 'adoptionRatio').value = percent(adoptionRatio);
  part(row, 'volumeRatio').value = percent(volumeRatio);
  list.append(row);
}

/** Puts years in the place of those there are. */
export function setGrowth(points) {
  list.replaceChildren();
  points.forEach(addRow);
}

/** A year more, with as many people as equal steps would bring. */
function add() {
  const [first, last] = ['firstYear', 'lastYear'].map((id) => typedNumber($(id).value)), adopted = typedNumber($('adoptionRatio').value) / 100;
  const before = growth().at(-1)?.year, year = Math.min(last - 1, Number.isInteger(before) ? before + 1 : first);
  addRow({ year, adoptionRatio: (adopted * (year - first + 1)) / (last - first + 1) });
}

/** Takes up the growth of a plan and lets it be changed; calls back on a change that is not typed. */
export function onGrowthChange(changed) {
  $('growth-add').addEventListener('click', () => {
    add();
    changed();
  });
  list.addEventListener('click', ({ target }) => {
    const row = target.closest('[data-remove]') && target.closest('li');
    if (!row) return;
    row.remove();
    changed();
    (list.querySelector('[data-remove]') ?? $('growth-add')).focus();
  });
}

setGrowth(base.standard.growth ?? []);
