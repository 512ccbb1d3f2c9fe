// What a lever buys: the best plan with it beside the best plan without it, as sums and by district.
import { getJson, postJson } from './api.js';
import { element, table } from './elements.js';
import { brief, gap, signed, usd } from './figures.js';
import { text } from './words.js';

const ASK_EVERY_MS = 700;
const LEAST = 0.5; // people or dollars below which nothing has moved
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** Plans the scenario with and without one of its levers, seen in the live pane meanwhile; both plans of the pair. */
async function pair(scenario, id, tell) {
  let run = await postJson(`/runs?without=${encodeURIComponent(id)}`, { ...scenario, name: '' }, { 'Idempotency-Key': crypto.randomUUID() });
  dispatchEvent(new CustomEvent('kiungo:run', { detail: run }));
  while (!['FINISHED', 'STOPPED', 'FAILED'].includes(run.state)) {
    tell(run.doneRatio ?? 0);
    await pause(ASK_EVERY_MS);
    run = await getJson(`/runs/${run.id}`);
  }
  if (!run.planId || !run.withoutPlanId) throw new Error(run.error?.detail ?? text(`ui.state.${run.state}`));
  return Promise.all([run.withoutPlanId, run.planId].map((plan) => getJson(`/plans/${plan}`)));
}

function sums(without, withIt) {
  const basic = withIt.scenario.standard.basicWeightRatio;
  const weighted = (plan) => plan.totals.peopleServed + basic * plan.totals.peopleBasic;
  return table('bought', ['', [text('ui.strategy.without'), text('ui.strategy.with'), text('ui.strategy.change')]], [
    [text('ui.strategy.weighted', basic), [brief(weighted(without)), brief(weighted(withIt)), signed(weighted(withIt) - weighted(without), brief)]],
    ...[['standard', 'peopleServed'], ['basic', 'peopleBasic']].map(([word, total]) => {
      const [a, b] = [without, withIt].map((plan) => Math.round(plan.totals[total]));
      return [text(`ui.strategy.${word}`), [brief(a), brief(b), signed(b - a, brief)]];
    }),
    ...[['public', 'viabilityGapUsd'], ['cost', 'lifetimeCostUsd']].map(([word, total]) => {
      const [a, b] = [without, withIt].map((plan) => plan.totals[total]);
      return [text(`ui.strategy.${word}`), [usd(a), usd(b), signed(a === null || b === null ? null : b - a, usd)]];
    }),
    [text('ui.strategy.proof'), [gap(without.certificate.gapRatio), gap(withIt.certificate.gapRatio), '']],
  ]);
}

/** Nobody expects more public money than the works cost: it is said why. */
const aboveCost = (...plans) => (plans.some(({ totals }) => totals.viabilityGapUsd > totals.lifetimeCostUsd)
  ? [element('p', { className: 'small' }, text('ui.strategy.public-above'))] : []);

function byDistrict(districts) {
  const minus = (a, b) => (a === null || b === null ? null : b - a);
  const moved = districts
    .map(({ name, without, with: withIt }) => ({
      name,
      standard: withIt.peopleStandard - without.peopleStandard,
      basic: withIt.peopleBasic - without.peopleBasic,
      usd: minus(without.publicUsd, withIt.publicUsd),
    }))
    .filter((d) => [d.standard, d.basic, d.usd ?? 0].some((change) => Math.abs(change) >= LEAST))
    .sort((a, b) => b.standard - a.standard || b.basic - a.basic);
  const people = (d) => (Math.abs(d.standard) >= LEAST ? d.standard : d.basic);
  const count = (gains) => String(moved.filter((d) => (gains ? people(d) >= LEAST : people(d) <= -LEAST)).length);
  return [
    element('p', { className: 'small' }, text('ui.strategy.who', count(true), count(false))),
    table('gains', [text('ui.strategy.district'), [text('ui.strategy.standard'), text('ui.strategy.basic'), text('ui.strategy.public')]],
      moved.map((d) => [d.name.split('/')[1] || text('ui.strategy.no-district'), [signed(d.standard, brief), signed(d.basic, brief), signed(d.usd, usd)]])),
  ];
}

/** Plans the scenario without and with a lever and says what changes, for whom. */
export async function buy(item, scenario, bought) {
  const button = item.querySelector('[data-buy]');
  const name = item.querySelector('b').textContent, id = item.dataset.lever;
  button.disabled = true;
  bought.hidden = false;
  const told = element('p', {}, text('ui.strategy.running', name)), done = element('progress', { max: 1, value: 0 });
  done.setAttribute('aria-label', told.textContent);
  bought.replaceChildren(told, done);
  try {
    const [without, withIt] = await pair(scenario, id, (ratio) => { done.value = ratio; });
    const { districts } = await getJson(`/plans/${withIt.id}/gains?over=${without.id}`);
    const compare = element('a', { href: `/compare?country=${scenario.countries[0]}&a=${without.id}&b=${withIt.id}` }, text('ui.strategy.compare'));
    bought.replaceChildren(element('h3', {}, text('ui.strategy.bought', name)), sums(without, withIt), ...aboveCost(without, withIt), ...byDistrict(districts), compare);
  } catch (error) {
    bought.replaceChildren(element('p', { className: 'bind' }, error.message));
  } finally {
    button.disabled = false;
  }
}

