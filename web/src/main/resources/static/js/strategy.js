// The strategy part of the scenario form: levers, market terms, public money, and what a lever buys.
import { getJson, postJson } from './api.js';
import { brief, gap, usd } from './figures.js';
import { more, text } from './words.js';

const root = document.getElementById('strategy');
const country = document.getElementById('country');
const base = JSON.parse(document.getElementById('base-scenario').content.textContent);
const items = [...root.querySelectorAll('[data-lever]')];
const termsBox = document.getElementById('terms');
const wordsReady = more('strategy');
let given = new Map(base.marketTerms.map((term) => [`${term.country} ${term.term}`, term]));

const box = (item) => item.querySelector('input[type=checkbox]');
const number = (typed) => {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return plain === '' ? null : Number(plain);
};

function lever(item) {
  const settings = {};
  for (const input of item.querySelectorAll('[data-setting]')) {
    settings[input.dataset.setting] = input.dataset.kind === 'YES_NO' ? input.value === '1' : number(input.value);
  }
  return { id: item.dataset.lever, ...settings };
}

/** What this part adds to the scenario; a public goal takes the place of the budget. */
export function strategy(values) {
  const publicBudget = number(root.querySelector('[data-strategy=publicBudgetUsd]').value);
  const target = number(root.querySelector('[data-strategy=publicTarget]').value);
  const asked = {
    levers: items.filter((item) => box(item).checked).map(lever),
    marketTerms: [...given.values()].filter((term) => term.country === country.value),
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

function element(name, attributes = {}, words = '') {
  const made = Object.assign(document.createElement(name), attributes);
  if (words) made.textContent = words;
  return made;
}

async function showTerms(changed) {
  const iso3 = country.value;
  await wordsReady;
  const terms = await getJson(`/countries/${iso3}/market-terms`);
  if (iso3 !== country.value) return;
  termsBox.replaceChildren(...terms.map((term) => {
    const field = element('div', { className: 'field' });
    const id = `term-${term.term}`;
    const own = given.get(`${iso3} ${term.term}`);
    const input = element('input', { id, inputMode: 'decimal', autocomplete: 'off', value: own ? String(own.value) : '' });
    input.placeholder = term.known ? String(Number(term.value.toPrecision(3))) : '';
    const unit = element('div', { className: 'unit' });
    unit.append(input, element('span', {}, term.unit));
    const said = term.known
      ? text('ui.strategy.known', String(Number(term.low.toPrecision(3))), String(Number(term.high.toPrecision(3))), term.confidence, String(term.year))
      : text('ui.strategy.asked');
    const hint = element('span', { className: 'hint', id: `${id}-hint`, title: term.source }, said);
    input.setAttribute('aria-describedby', hint.id);
    field.dataset.known = term.known;
    field.append(element('label', { htmlFor: id }, term.label), unit, hint);
    let date;
    if (term.term === 'localCurrencyPerUsd') {
      date = element('input', { type: 'date', value: own?.asOf ?? '' });
      date.setAttribute('aria-label', text('ui.strategy.date'));
      field.append(date);
    }
    field.addEventListener('input', () => {
      const value = number(input.value);
      const asOf = date ? date.value : '';
      const wrong = value !== null && !(value >= term.lowest && value <= term.highest);
      field.classList.toggle('bad', wrong);
      hint.textContent = wrong ? text('ui.strategy.range', String(term.lowest), String(term.highest)) : said;
      if (value === null || wrong || (date && !asOf)) given.delete(`${iso3} ${term.term}`);
      else given.set(`${iso3} ${term.term}`, { country: iso3, term: term.term, value, asOf });
      changed();
    });
    return field;
  }));
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Plans the scenario with and without one of its levers; both plans of the pair. */
async function pair(scenario, id, tell) {
  let run = await postJson(`/runs?without=${encodeURIComponent(id)}`, scenario, { 'Idempotency-Key': crypto.randomUUID() });
  while (!['FINISHED', 'STOPPED', 'FAILED'].includes(run.state)) {
    tell(run.doneRatio ?? 0);
    await pause(700);
    run = await getJson(`/runs/${run.id}`);
  }
  if (run.state === 'FAILED') throw new Error(run.error?.detail ?? run.state);
  return Promise.all([run.withoutPlanId, run.planId].map((plan) => getJson(`/plans/${plan}`)));
}

function row(name, cells, heading = 'td') {
  const made = element('tr');
  made.append(element('th', { scope: heading === 'th' ? 'col' : 'row' }, name), ...cells.map((cell) => element(heading, { className: 'n num' }, cell)));
  return made;
}

function table(id, head, rows) {
  const made = element('table', { className: 'tbl' }), top = element('thead'), body = element('tbody');
  made.dataset.testid = id;
  top.append(row(...head, 'th'));
  body.append(...rows.map((cells) => row(...cells)));
  made.append(top, body);
  return made;
}

const signed = (value, shown) => (value === null || Number.isNaN(value) ? text('ui.number.unknown')
  : value === 0 ? '0' : text(value > 0 ? 'ui.number.plus' : 'ui.number.minus', shown(Math.abs(value))));
function sums(without, withIt) {
  const basic = withIt.scenario.standard.basicWeightRatio;
  const weighted = (plan) => plan.totals.peopleServed + basic * plan.totals.peopleBasic;
  return table('bought', ['', [text('ui.strategy.without'), text('ui.strategy.with'), text('ui.strategy.change')]], [
    [text('ui.strategy.weighted', String(basic)), [brief(weighted(without)), brief(weighted(withIt)), signed(weighted(withIt) - weighted(without), brief)]],
    ...[['standard', 'peopleServed'], ['basic', 'peopleBasic']].map(([word, total]) => {
      const [a, b] = [without, withIt].map((plan) => plan.totals[total]);
      return [text(`ui.strategy.${word}`), [brief(a), brief(b), signed(b - a, brief)]];
    }),
    ...[['public', 'viabilityGapUsd'], ['cost', 'lifetimeCostUsd']].map(([word, total]) => {
      const [a, b] = [without, withIt].map((plan) => plan.totals[total]);
      return [text(`ui.strategy.${word}`), [usd(a), usd(b), signed(a === null || b === null ? null : b - a, usd)]];
    }),
    [text('ui.strategy.proof'), [gap(without.certificate.gapRatio), gap(withIt.certificate.gapRatio), '']],
  ]);
}

function byDistrict(districts) {
  const minus = (a, b) => (a === null || b === null ? null : b - a);
  const moved = districts
    .map(({ name, without, with: withIt }) => ({
      name,
      standard: withIt.peopleStandard - without.peopleStandard,
      basic: withIt.peopleBasic - without.peopleBasic,
      usd: minus(without.publicUsd, withIt.publicUsd),
    }))
    .filter((d) => [d.standard, d.basic, d.usd ?? 0].some((change) => Math.abs(change) >= 0.5))
    .sort((a, b) => b.standard - a.standard || b.basic - a.basic);
  const people = (d) => (Math.abs(d.standard) >= 0.5 ? d.standard : d.basic);
  const count = (gains) => String(moved.filter((d) => (gains ? people(d) >= 0.5 : people(d) <= -0.5)).length);
  return [
    element('p', { className: 'small' }, text('ui.strategy.who', count(true), count(false))),
    table('gains', [text('ui.strategy.district'), [text('ui.strategy.standard'), text('ui.strategy.basic'), text('ui.strategy.public')]],
      moved.map((d) => [d.name.split('/')[1] || text('ui.strategy.no-district'), [signed(d.standard, brief), signed(d.basic, brief), signed(d.usd, usd)]])),
  ];
}

/** Plans the scenario without and with a lever and says what changes, for whom. */
async function buy(item, scenario, bought) {
  const button = item.querySelector('[data-buy]');
  const name = item.querySelector('b').textContent, id = item.dataset.lever;
  button.disabled = true;
  bought.hidden = false;
  await wordsReady;
  const told = element('p', {}, text('ui.strategy.running', name)), done = element('progress', { max: 1, value: 0 });
  done.setAttribute('aria-label', told.textContent);
  bought.replaceChildren(told, done);
  try {
    const [without, withIt] = await pair(scenario, id, (ratio) => { done.value = ratio; });
    const { districts } = await getJson(`/plans/${withIt.id}/gains?over=${without.id}`);
    const compare = element('a', { href: `/compare?country=${scenario.countries[0]}&a=${without.id}&b=${withIt.id}` }, text('ui.strategy.compare'));
    bought.replaceChildren(element('h3', {}, text('ui.strategy.bought', name)), sums(without, withIt), ...byDistrict(districts), compare);
  } catch (error) {
    bought.replaceChildren(element('p', { className: 'bind' }, error.message));
  } finally {
    button.disabled = false;
  }
}

/** Keeps levers and terms in step with the form; calls back when one of them changes. */
export function onStrategyChange(scenario, changed) {
  for (const item of items) {
    const pulled = base.levers.find(({ id }) => id === item.dataset.lever);
    box(item).checked = Boolean(pulled);
    for (const input of pulled ? item.querySelectorAll('[data-setting]') : []) {
      const value = pulled[input.dataset.setting];
      input.value = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
    }
    show(item);
    box(item).addEventListener('change', () => show(item));
    item.querySelector('[data-buy]').addEventListener('click', () => buy(item, scenario(), document.getElementById('bought')));
  }
  country.addEventListener('change', () => !root.hidden && showTerms(changed));
  root.addEventListener('shown', () => showTerms(changed));
}
