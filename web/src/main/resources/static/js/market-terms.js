// Market terms of the scenario's country: as published, or as given here; what nobody has published is asked for.
import { getJson } from './api.js';
import { element, typedNumber } from './elements.js';
import { asTyped, plain } from './figures.js';
import { text } from './words.js';

const box = document.getElementById('terms');
const country = document.getElementById('country');
const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const keyOf = (iso3, term) => `${iso3} ${term}`;
const given = new Map(base.marketTerms.map((term) => [keyOf(term.country, term.term), term]));
const short = (value) => plain(Number(value.toPrecision(3)), 6);

/** Terms given for the chosen country. */
export const givenTerms = () => [...given.values()].filter((term) => term.country === country.value);

/** Shows the terms of the chosen country; calls back when one is changed. */
export async function showTerms(changed) {
  const iso3 = country.value, terms = await getJson(`/countries/${iso3}/market-terms`);
  if (iso3 === country.value) box.replaceChildren(...terms.map((term) => termField(iso3, term, changed)));
}

function termField(iso3, term, changed) {
  const id = `term-${term.term}`, own = given.get(keyOf(iso3, term.term)), field = element('div', { className: 'field' });
  const input = element('input', { id, inputMode: 'decimal', autocomplete: 'off', value: own ? asTyped(own.value) : '', placeholder: term.known ? asTyped(Number(term.value.toPrecision(3))) : '' });
  const unit = element('div', { className: 'unit' });
  unit.append(input, element('span', {}, term.unit));
  const said = term.known ? text('ui.strategy.known', short(term.low), short(term.high), term.confidence, term.year) : text('ui.strategy.asked');
  const hint = element('span', { className: 'hint', id: `${id}-hint`, title: term.source }, said);
  input.setAttribute('aria-describedby', hint.id);
  field.dataset.known = term.known;
  field.append(element('label', { htmlFor: id }, term.label), unit, hint);
  const date = term.term === 'localCurrencyPerUsd' ? element('input', { type: 'date', value: own?.asOf ?? '' }) : null;
  if (date) {
    date.setAttribute('aria-label', text('ui.strategy.date'));
    field.append(date);
  }
  field.addEventListener('input', () => {
    const value = typedNumber(input.value), asOf = date?.value ?? '';
    const wrong = value !== null && !(value >= term.lowest && value <= term.highest);
    field.classList.toggle('bad', wrong);
    hint.textContent = wrong ? text('ui.strategy.range', plain(term.lowest, 6), plain(term.highest, 6)) : said;
    if (value === null || wrong || (date && !asOf)) given.delete(keyOf(iso3, term.term));
    else given.set(keyOf(iso3, term.term), { country: iso3, term: term.term, value, asOf });
    changed();
  });
  return field;
}
