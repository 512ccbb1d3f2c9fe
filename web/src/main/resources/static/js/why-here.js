// Why a place has what it has: every option with its cost, the runner-up, what decides.
import { getJson } from './api.js';
import { percent, plain, usd } from './figures.js';
import { symbol } from './families.js';
import { technologies } from './places-table.js';
import { text } from './words.js';
import { element } from './elements.js';

const $ = (id) => document.getElementById(id);

/** Fetches and shows the explanation of one place of a plan; the masts of its site on the map. */
export async function showWhy(plan, item, stillWanted, map) {
  $('why').hidden = false;
  $('site').hidden = true;
  $('options').replaceChildren();
  $('price').hidden = $('timing').hidden = true;
  $('binding').textContent = text('ui.explore.why-loading');
  let found;
  try {
    found = await getJson(`/plans/${plan}/settlements/${encodeURIComponent(item.settlementId)}/explanation`);
  } catch (error) {
    if (stillWanted()) $('binding').textContent = text('ui.explore.failed', error.message);
    return;
  }
  if (!stillWanted()) return;
  const people = item.peopleUnserved ?? 0; // whoever has service today gains nothing from an option
  const dearest = Math.max(...found.options.map((each) => each.extraCostUsd), 1);
  $('options').replaceChildren(...found.options.map((each) => option(each, found, people, dearest)));
  $('binding').textContent = found.options.length === 0 && found.binding === 'NOTHING'
    ? text(people > 0 ? 'ui.explore.no-options' : 'ui.explore.nobody-gains') : bindingWords(found);
  $('why').dataset.chosen = found.technologyId;
  if (found.price) showPrice(found.price);
  $('timing').hidden = !found.timing;
  $('timing').textContent = found.timing ? timingWords(found.timing) : '';
  const { siteId } = found.options.find(({ chosen }) => chosen) ?? {};
  if (siteId) await import('./site-card.js').then(({ showSite }) => showSite($('site'), plan, siteId, stillWanted, map));
}

/** Why a place is served from a year on and not before, what it waits for, and what it has until then. */
function timingWords({ buildYear, phase, earlierYear, untilYear, extraUsd, leftUsd, waitsForId, othersWaiting, replacesId, replacedSinceYear, regrettedUsd }) {
  const year = String(buildYear);
  return [
    earlierYear ? text('ui.explore.timing', year, phase, earlierYear, usd(extraUsd), usd(leftUsd), untilYear) : text('ui.explore.timing.first', year),
    waitsForId && text('ui.explore.timing.way', othersWaiting),
    replacesId && text('ui.explore.timing.replaces', technologies.get(replacesId)?.name ?? replacesId, replacedSinceYear, year, usd(regrettedUsd)),
  ].filter(Boolean).join(' ');
}

/** What a person costs here beside the plan's average, and what of the place makes it so. */
function showPrice(price) {
  $('price').hidden = false;
  $('price').caption.textContent = text('ui.explore.price', usd(price.usdPerPerson), usd(price.planUsdPerPerson));
  $('price').tBodies[0].replaceChildren(...price.terms.map((term) => {
    const name = element('th', { scope: 'row' }, text(`ui.explore.price.${term.kind}`)), why = reason(term.kind, price);
    if (why) name.append(element('br'), element('small', {}, why));
    const row = element('tr');
    row.append(name, ...[term.usdPerPerson, term.planUsdPerPerson].map((each) => element('td', { className: 'n' }, usd(each))));
    return row;
  }));
}

function reason(kind, { units, masts, mastsWithinKm, hopsBetweenMasts, energy, distanceToGridKm, peoplePerKm2, hops, hopsKm, routeKm, roadKm, roadStraightKm, longestHopKm, viaSky, rainMmPerHour, borders, bordersUsd }) {
  const key = `ui.explore.price.${kind}`;
  if (kind === 'SITE' && units) return text(`${key}.why`, units, masts);
  if (kind === 'MAST_LINKS' && hopsBetweenMasts) {
    return mastsWithinKm === null ? text(`${key}.why`, masts, hopsBetweenMasts) : text(`${key}.apart`, masts, plain(mastsWithinKm, 1), hopsBetweenMasts);
  }
  if (kind === 'AREA' && peoplePerKm2 !== null) return text(`${key}.why`, plain(peoplePerKm2, 0));
  if (kind === 'ENERGY' && energy) {
    const name = text(`ui.explore.energy.${energy}`);
    return distanceToGridKm === null ? text(`${key}.unknown`, name) : text(`${key}.why`, name, plain(distanceToGridKm, 1));
  }
  if (kind !== 'BACKHAUL' || !hops) return '';
  if (viaSky) return text(`${key}.sky`, plain(hopsKm, 1));
  const road = roadKm > 0 ? text(`${key}.road`, ...[roadKm, roadStraightKm].map((km) => plain(km, 1))) : '';
  const border = borders?.length ? text(`${key}.border`, borders.join(', '), plain(bordersUsd, 0)) : '';
  const rain = rainMmPerHour === null ? '' : text(`${key}.rain`, plain(rainMmPerHour, 0));
  return text(`${key}.why`, hops, ...[hopsKm, routeKm, longestHopKm].map((km) => plain(km, 1))) + road + border + rain;
}

function bindingWords({ binding, budgetNeededUsd, options }) {
  const chosen = options.find((each) => each.chosen);
  if (binding === 'BUDGET' && chosen?.status === 'BASIC') {
    const [best] = options.filter((each) => each.status === 'STANDARD' && each.allowed && each.shareRatio === 1).sort((a, b) => a.extraCostUsd - b.extraCostUsd);
    const more = best && best.extraCostUsd - chosen.extraCostUsd;
    if (more > 0) return text('ui.explore.binding.BUDGET.standard', usd(more), technologies.get(best.technologyId)?.name ?? best.technologyId);
  }
  if (binding === 'BUDGET' && budgetNeededUsd >= 0.5) return text('ui.explore.binding.BUDGET.needed', usd(budgetNeededUsd));
  return text(`ui.explore.binding.${binding}`);
}

function option(each, { runnerUpTechnologyId, runnerUpExtraCostUsd }, people, dearest) {
  const line = document.createElement('li'), name = document.createElement('span'), cost = document.createElement('b');
  const bar = document.createElement('progress'), note = document.createElement('small');
  const technology = technologies.get(each.technologyId);
  line.className = each.chosen ? 'opt win' : 'opt';
  line.dataset.technology = each.technologyId;
  name.textContent = technology?.name ?? each.technologyId;
  cost.className = 'num';
  cost.textContent = people > 0 && each.people > 0
    ? text('ui.explore.option-cost', usd(each.extraCostUsd), usd(each.extraCostUsd / each.people)) : usd(each.extraCostUsd);
  bar.max = dearest;
  bar.value = Math.max(each.extraCostUsd, 0);
  bar.setAttribute('aria-hidden', 'true');
  const second = each.technologyId === runnerUpTechnologyId && runnerUpExtraCostUsd !== null;
  note.textContent = [
    each.chosen && text('ui.explore.option-chosen'),
    second && text(runnerUpExtraCostUsd >= 0 ? 'ui.explore.option-runner-up' : 'ui.explore.option-runner-down', usd(Math.abs(runnerUpExtraCostUsd))),
    text(`ui.status.${each.status}`),
    each.shareRatio < 1 && text('ui.explore.option-share', percent(each.shareRatio)),
    each.restTechnologyId && text('ui.explore.option-rest', technologies.get(each.restTechnologyId)?.name ?? each.restTechnologyId),
    text(each.siteId === '' ? 'ui.explore.option-alone' : each.siteStands ? 'ui.explore.option-site-stands' : 'ui.explore.option-site-new'),
  ].filter(Boolean).join(' · ');
  line.append(symbol(technology?.family ?? 'other'), name, cost, bar, note);
  return line;
}
