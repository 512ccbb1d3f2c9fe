// The panel of explore: one place with its reasons, or an area with its sums; the overview when neither is chosen.
import { BASIC, FAMILIES } from './families.js';
import { people, whole } from './figures.js';
import { showHead } from './place-card.js';
import { placeName } from './place-index.js';
import { showWhy } from './why-here.js';
import { text } from './words.js';
import * as view from './view-state.js';

const $ = (id) => document.getElementById(id);

/** Places inside a ring: by even and odd crossings, as the server counts them. */
function inside(ring, lon, lat) {
  let odd = false;
  for (let k = 0, before = ring.length - 1; k < ring.length; before = k++) {
    const [x, y] = ring[k], [px, py] = ring[before];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) odd = !odd;
  }
  return odd;
}

/** Places with people in a ring, their people, and those of them at the standard by the plan. */
function sumOf(ring, { n, lon, lat, people: count, kind }) {
  const sum = { places: 0, people: 0, served: 0 };
  for (let i = 0; i < n; i++) {
    if (count[i] <= 0 || !inside(ring, lon[i], lat[i])) continue;
    sum.places++;
    sum.people += count[i];
    if (kind[i] > 0 && !(kind[i] & BASIC) && FAMILIES[kind[i]].id !== 'base') sum.served += count[i];
  }
  return sum;
}

export class PlacePanel {
  /** onChosen(place): null when none is; onArea(ring): null when none is. */
  constructor(plan, places, { onChosen, onArea }) {
    Object.assign(this, { plan, places, onChosen, onArea, selected: null, area: null });
    $('place-close').addEventListener('click', () => this.close());
  }

  choose(place, area) {
    this.selected = place;
    this.area = area;
    this.places.map.fire('kiungo:chosen'); // what was drawn of another place goes
    $('overview').hidden = Boolean(place || area);
    $('place').hidden = !(place || area);
    $('edit-note').textContent = '';
    view.set({ s: place?.settlementId ?? null });
    this.onChosen(place);
    if (!area) this.onArea(null);
  }

  close() {
    this.choose(null, null);
  }

  showPlace(item, focus = false) {
    this.choose(item, null);
    showHead(item);
    this.why = showWhy(this.plan, item, () => this.selected === item, this.places.map);
    if (focus) $('place').focus();
  }

  showArea(ring) {
    const sum = sumOf(ring, this.places.points.data);
    this.choose(null, { ring, count: sum.places });
    $('place-name').textContent = text('ui.explore.area-title', whole(sum.places));
    $('place-where').textContent = '';
    $('place-why').textContent = sum.places
      ? text('ui.explore.area-why', people(Number(sum.people.toPrecision(3))), people(Number(sum.served.toPrecision(3))))
      : text('ui.explore.area-empty');
    $('why').hidden = true;
    $('place').focus();
  }

  /** What an edit made now would be about; null when nothing with people is chosen. */
  target() {
    if (this.area?.count) return { settlementIds: [], area: this.area.ring, label: text('ui.explore.area', whole(this.area.count)) };
    return this.selected && { settlementIds: [this.selected.settlementId], area: [], label: placeName(this.selected) };
  }
}
