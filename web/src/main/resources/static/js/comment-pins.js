// Where comments that need attention are pinned: at figures, and on the map at places.
import { whole } from './figures.js';
import { indexOf } from './place-index.js';
import { text } from './words.js';

const L = window.L;

/** Where the page shows a figure; the others are named in the list only. */
const SHOWN_AT = { peopleServed: 'kpi-served', peopleUnserved: 'kpi-below', capexUsd: 'kpi-capex', lifetimeCostUsd: 'kpi-person' };

function counts(open, kind) {
  const found = new Map();
  for (const each of open) if (each.kind === kind) found.set(each.target, (found.get(each.target) ?? 0) + 1);
  return found;
}

export function pinFigures(open) {
  document.querySelectorAll('.pinned').forEach((old) => old.remove());
  for (const [figure, count] of counts(open, 'FIGURE')) {
    const place = document.querySelector(`#overview [data-testid=${SHOWN_AT[figure]}]`);
    if (!place) continue;
    const pin = document.createElement('button');
    pin.type = 'button';
    pin.className = 'pinned linkish';
    pin.textContent = text(count === 1 ? 'ui.explore.comment-here' : 'ui.explore.comments-here', whole(count));
    pin.addEventListener('click', () => document.getElementById('comments').scrollIntoView());
    const line = document.createElement('dd');
    line.className = 'pinned';
    line.append(pin);
    place.parentElement.append(line);
  }
}

export async function pinPlaces(open, names, { plan, pins, points, openPlace }) {
  pins.clearLayers();
  const found = counts(open, 'PLACE');
  if (found.size === 0 || !points) return;
  const { ids } = await indexOf(plan), { lat, lon } = points.data;
  pins.clearLayers();
  for (const [id, count] of found) {
    const k = ids.indexOf(id);
    if (k < 0) continue;
    const words = text(count === 1 ? 'ui.explore.comment-here' : 'ui.explore.comments-here', whole(count));
    L.marker([lat[k], lon[k]], {
      icon: L.divIcon({ className: 'pin', html: `<b>${count}</b>`, iconSize: [24, 24], iconAnchor: [0, 24] }),
      title: text('ui.said-of', names.get(id) ?? id, words), alt: text('ui.said-of', names.get(id) ?? id, words),
    }).on('click', () => openPlace(id)).addTo(pins);
  }
}
