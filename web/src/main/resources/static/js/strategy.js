// The strategy part of the scenario form: levers, public money, market terms.
import { typedNumber } from './elements.js';
import { asTyped } from './figures.js';
import { buy } from './lever-pair.js';
import { givenTerms, showTerms } from './market-terms.js';
import { more } from './words.js';

const root = document.getElementById('strategy');
const country = document.getElementById('country');
const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const items = [...root.querySelectorAll('[data-lever]')];
const wordsReady = more('strategy');

const box = (item) => item.querySelector('input[type=checkbox]');

function lever(item) {
  const settings = {};
  for (const input of item.querySelectorAll('[data-setting]')) {
    settings[input.dataset.setting] = input.dataset.kind === 'YES_NO' ? input.value === '1' : typedNumber(input.value);
  }
  return { id: item.dataset.lever, ...settings };
}

/** What this part adds to the scenario; a public goal takes the place of the budget. */
export function strategy(values) {
  const publicBudget = typedNumber(root.querySelector('[data-strategy=publicBudgetUsd]').value);
  const target = typedNumber(root.querySelector('[data-strategy=publicTarget]').value);
  const asked = {
    levers: items.filter((item) => box(item).checked).map(lever),
    marketTerms: givenTerms(),
    publicBudgetUsd: null,
  };
  if (target !== null) {
    return { ...asked, goal: 'LEAST_PUBLIC_MONEY_TO_TARGET', budgetUsd: null, targetRatio: target / 100 };
  }
  const goal = base.goal === 'LEAST_PUBLIC_MONEY_TO_TARGET'
    ? { goal: 'MOST_PEOPLE_UNDER_BUDGET', targetRatio: null } : {};
  return publicBudget === null
    ? { ...asked, ...goal, budgetUsd: values.budgetUsd }
    : { ...asked, ...goal, budgetUsd: null, publicBudgetUsd: publicBudget * 1e6 };
}

function show(item) {
  item.querySelector('.leverbox').hidden = !box(item).checked;
}

/** Keeps levers and terms in step with the form; calls back when one of them changes. */
export function onStrategyChange(scenario, changed) {
  for (const item of items) {
    const pulled = base.levers.find(({ id }) => id === item.dataset.lever);
    box(item).checked = Boolean(pulled);
    for (const input of pulled ? item.querySelectorAll('[data-setting]') : []) {
      const value = pulled[input.dataset.setting];
      input.value = typeof value === 'boolean' ? (value ? '1' : '0') : asTyped(value);
    }
    show(item);
    box(item).addEventListener('change', () => show(item));
    item.querySelector('[data-buy]').addEventListener('click', async () => {
      await wordsReady;
      buy(item, scenario(), document.getElementById('bought'));
    });
  }
  const terms = () => wordsReady.then(() => showTerms(changed));
  country.addEventListener('change', () => !root.hidden && terms());
  root.addEventListener('shown', terms);
}
