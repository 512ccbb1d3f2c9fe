// What a plan hangs on nodes that no source names: the same scenario planned without them, both plans side by side.
import { getJson, postJson } from './api.js';
import { element, table } from './elements.js';
import { brief, gapPercent, signed, usd } from './figures.js';
import { follow } from './run-events.js';
import { more, text } from './words.js';

let tries = 0;

/** The same question without these nodes; asked twice it is planned once. */
async function planned({ id, scenario }, tell) {
  const wanted = { ...scenario, name: text('ui.assumed.name', scenario.name || id), today: { ...scenario.today, assumedNodes: 'LEFT_OUT' } };
  const key = tries++ ? crypto.randomUUID() : `${id}-without-assumed-${document.documentElement.lang}`;
  const begun = await postJson('/runs', wanted, { 'Idempotency-Key': key });
  const over = await new Promise((ended) => {
    follow(begun.id, { onProgress: tell, onEnd: ended });
  });
  if (!over.planId) throw new Error(over.error?.detail ?? text(`ui.state.${over.state}`));
  return getJson(`/plans/${over.planId}`);
}

/** A difference; in words where it is less than both plans may be off by, or nobody can tell. */
function apart(change, total, margin, shown) {
  const value = change.totals[total];
  if (value === undefined) return text('ui.number.unknown');
  return value !== 0 && Math.abs(value) <= (margin ?? 0) ? text('ui.assumed.none') : signed(value, shown);
}

function sideBySide(own, other, change) {
  const line = (word, total, margin, shown) =>
    [text(`ui.assumed.${word}`), [...[own, other].map((plan) => shown(plan.totals[total])), apart(change, total, margin, shown)]];
  return table('without-assumed', ['', [text('ui.assumed.with'), text('ui.assumed.without'), text('ui.assumed.difference')]], [
    line('people', 'peopleServed', change.marginPeople, brief),
    line('basic', 'peopleBasic', change.marginPeople, brief),
    line('cost', 'lifetimeCostUsd', change.marginUsd, usd),
    [text('ui.assumed.gap'), [gapPercent(own.certificate.gapRatio), gapPercent(other.certificate.gapRatio), '']],
  ]);
}

/** Plans without the assumed nodes and shows what changes. */
export async function planWithout(box, plan) {
  const button = box.querySelector('button'), answer = box.querySelector('[data-answer]');
  button.disabled = true;
  try {
    const [own] = await Promise.all([getJson(`/plans/${plan}`), more('assumed')]);
    const told = element('p', { className: 'small' }, text('ui.assumed.running')), done = element('progress', { max: 1, value: 0 });
    done.setAttribute('aria-label', told.textContent);
    answer.replaceChildren(told, done);
    const other = await planned(own, ({ doneRatio }) => (done.value = doneRatio ?? 0));
    const { differences: [change] } = await getJson(`/comparisons?plans=${plan},${other.id}`);
    const compare = element('a', { href: `/compare?country=${own.scenario.countries[0]}&a=${plan}&b=${other.id}` }, text('ui.assumed.compare'));
    answer.replaceChildren(sideBySide(own, other, change), element('p', { className: 'small' }, text(change.comparable ? 'ui.assumed.about' : 'ui.assumed.other-facts')), compare);
    tries = 0;
  } catch (error) {
    answer.replaceChildren(element('p', { className: 'bind' }, error.message));
  } finally {
    button.disabled = false;
  }
}
