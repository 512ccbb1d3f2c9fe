// One place: who lives there, how the plan serves them, what its own share costs, and why not if not.
import { plain, usd, whole } from './figures.js';
import { placeName } from './place-index.js';
import { serviceWords } from './places-table.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const card = $('place');

$('place-close').addEventListener('click', hideCard);

function hideCard() {
  card.hidden = true;
}

/** Name, whereabouts and service of a row of the table, where pages show a place. */
export function showHead(item) {
  $('place-name').textContent = placeName(item);
  const people = item.population === null ? text('ui.number.unknown') : whole(item.population);
  $('place-where').textContent = [
    item.name ? '' : item.settlementId, text('ui.place.position', plain(item.lat, 3), plain(item.lon, 3)), item.district, text('ui.place.people', people),
    item.peopleUnserved < item.population ? text('ui.place.without', whole(item.peopleUnserved)) : '',
    item.modelled ? text('ui.table.modelled') : '',
  ].filter(Boolean).join(' · ');
  $('place-why').textContent = serviceWords(item);
}

const TODAY = ['covered', 'unsure', 'uncovered'];

/** Shows a row of the table as a card. today: class of coverage where it lies (0–2), null where it is not known. */
export function showCard(plan, item, today, focus = false) {
  showHead(item);
  const covered = today === null ? text('ui.number.unknown') : text(`ui.place.today-${TODAY[today]}`);
  $('place-today').textContent = item.measuredTiles ? text('ui.place.measured', covered, whole(item.measuredTiles)) : covered;
  $('place-position').textContent = text(item.modelled ? 'ui.place.position-modelled' : 'ui.place.position-named');
  $('place-served').textContent = item.peopleServed > 0 ? whole(item.peopleServed) : '–';
  const cost = item.allocatedLifetimeCostUsd;
  $('place-cost').textContent = cost > 0 ? text('ui.place.cost-share', usd(cost), usd(item.lifetimeCostUsd)) : '–';
  $('place-person').textContent = item.peopleServed > 0 ? usd(cost / item.peopleServed) : '–';
  $('place-trip').textContent = item.roundTripMs > 0 ? text('ui.table.ms', whole(item.roundTripMs)) : '–';
  $('place-explore').href = `/plans/${plan}/explore#s=${encodeURIComponent(item.settlementId)}`;
  card.hidden = false;
  if ($('line')) $('line').hidden = true;
  if (focus) card.focus();
}
