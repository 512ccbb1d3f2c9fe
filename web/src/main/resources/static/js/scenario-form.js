// The scenario form at work: what is typed is said in words, checked, kept, and run.
import { typedNumber } from './elements.js';
import { onFairnessChange } from './fairness.js';
import { usd } from './figures.js';
import { check, checkLocally, forget } from './scenario-check.js';
import { findFeeds } from './scenario-feeds.js';
import { base, country, form, showGoal, usePreset } from './scenario-fields.js';
import { onGrowthChange } from './scenario-growth.js';
import { restore, save } from './scenario-memory.js';
import { onPhasesChange } from './scenario-phases.js';
import { defaultUsd, setTogether } from './scenario-together.js';
import { say, scenario } from './scenario-words.js';
import { onStrategyChange } from './strategy.js';
import { openTabs, reveal } from './tabs.js';
import { text } from './words.js';

const MILLION = 1e6, CHECK_AFTER_MS = 400, SAVE_AFTER_MS = 1000;

/** A budget that nobody changed stays the one that the rule gives for the countries chosen. */
function followBudget(proposed) {
  const field = document.getElementById('budgetUsd'), next = defaultUsd(), hint = document.getElementById('budget-default');
  hint.textContent = text('ui.field.default-budget', usd(next), hint.dataset.perPerson, hint.dataset.least);
  if (next !== proposed && Math.abs(typedNumber(field.value) * MILLION - proposed) < 1) {
    field.value = Number((next / MILLION).toPrecision(9));
  }
  return next;
}

/** Calls back when the form is sent with a scenario that can be run. */
export function onRun(start) {
  let pause, saving, proposed = defaultUsd();
  form.addEventListener('input', () => {
    clearTimeout(pause);
    forget();
    proposed = followBudget(proposed);
    say();
    document.getElementById('start').disabled = !checkLocally();
    pause = setTimeout(check, CHECK_AFTER_MS);
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_AFTER_MS);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    if (await check()) {
      start(scenario());
      return;
    }
    const wrong = form.querySelector('[aria-invalid]');
    reveal(wrong);
    wrong?.focus();
  });
  document.getElementById('preset').addEventListener('change', (event) => {
    usePreset(event.target.value);
    check();
  });
  setTogether(base.countries);
  restore();
  proposed = followBudget(proposed);
  showGoal();
  onStrategyChange(scenario, check);
  onFairnessChange(check);
  onGrowthChange(() => {
    save();
    check();
  });
  onPhasesChange(() => {
    showGoal();
    save();
    check();
  });
  openTabs();
  const asked = new URLSearchParams(location.search).get('feeds');
  if (asked) base.feeds = JSON.parse(asked); // those of the other countries too
  const feed = () => findFeeds(country.value, base.feeds, asked === '[]').then(() => {
    say();
    check();
  });
  country.addEventListener('change', feed);
  country.addEventListener('change', () => {
    for (const each of document.querySelectorAll('#preset [data-country]')) each.hidden = each.dataset.country !== country.value;
  });
  feed();
}
