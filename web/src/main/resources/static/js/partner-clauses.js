// Conditions as clauses: fixed words with one value to change. A rule's fields are those of its file.
import { element, typedNumber } from './elements.js';
import { asTyped } from './figures.js';
import { has, text } from './words.js';

const ratio = (name) => ({ name, show: (value) => asTyped(Math.round(value * 1e6) / 1e4), read: (typed) => typedNumber(typed) / 100, short: true });
const number = (name) => ({ name, show: asTyped, read: typedNumber, short: true });
const word = (name) => ({ name, show: String, read: (typed) => typed.trim(), short: true });
const list = (name) => ({ name, show: (values) => values.join(', '), read: (typed) => typed.split(',').map((each) => each.trim()).filter(Boolean) });
const choice = (name, values) => ({ name, values, show: String, read: String });

/** What each rule asks for, in the order of the holes of its sentence, with what a new one begins with. */
export const RULES = {
  'most-share': { fields: [ratio('shareRatio')], start: { shareRatio: .6 } },
  'co-finance': { fields: [ratio('leastRatio')], start: { leastRatio: .2 } },
  'at-least': { fields: [number('leastUsd')], start: { leastUsd: 1e6 } },
  'open-access': { fields: [], start: {} },
  'closed-access': { fields: [], start: {} },
  districts: { fields: [list('districts')], start: { districts: [] } },
  'outside-districts': { fields: [list('districts')], start: { districts: [] } },
  layers: { fields: [list('layers')], start: { layers: ['access'] } },
  technologies: { fields: [list('technologies')], start: { technologies: [] } },
  media: { fields: [list('media')], start: { media: ['fibre'] } },
  countries: { fields: [list('countries')], start: { countries: [] } },
  communities: { fields: [list('communities')], start: { communities: [] } },
  'income-below': { fields: [choice('group', ['lower-middle', 'upper-middle', 'high'])], start: { group: 'upper-middle' } },
  'only-with': { fields: [list('partners')], start: { partners: [] } },
  'not-with': { fields: [list('partners')], start: { partners: [] } },
  'guaranteed-by': { fields: [word('partner'), ratio('coverRatio')], start: { partner: 'G', coverRatio: .5 } },
  'results-based': { fields: [ratio('shareRatio')], start: { shareRatio: .3 } },
};

/** The words of a rule without its values, for the list to choose from. */
export const named = (rule) => text(`ui.partners.clause.${rule}`).replace(/\{\d\}/g, '…');

function input(field, condition, label, onChange) {
  const made = field.values ? element('select') : element('input', { autocomplete: 'off', className: field.short ? 'short' : '' });
  for (const value of field.values ?? []) made.append(element('option', { value }, has(`ui.partners.group.${value}`) ? text(`ui.partners.group.${value}`) : value));
  made.value = field.show(condition[field.name]);
  made.dataset.field = field.name;
  made.setAttribute('aria-label', label);
  made.addEventListener('change', () => {
    condition[field.name] = field.read(made.value);
    onChange();
  });
  return made;
}

/** A clause whose values can be changed; onRemove, onChange are called after either. */
export function clause(condition, onChange, onRemove) {
  const { fields } = RULES[condition.rule], made = element('span', { className: 'cond' });
  made.dataset.rule = condition.rule;
  for (const part of text(`ui.partners.clause.${condition.rule}`).split(/(\{\d\})/)) {
    const hole = /\{(\d)\}/.exec(part);
    if (hole) made.append(input(fields[hole[1]], condition, named(condition.rule), onChange));
    else if (part.trim()) made.append(element('span', {}, part.trim()));
  }
  if (condition.exceptDistricts?.length) made.append(element('span', {}, text('ui.partners.except', condition.exceptDistricts.join(', '))));
  const away = element('button', { type: 'button', title: text('ui.partners.remove-clause') }, '×');
  away.setAttribute('aria-label', text('ui.said-of', text('ui.partners.remove-clause'), named(condition.rule)));
  away.addEventListener('click', onRemove);
  made.append(away);
  return made;
}
