// What is under the pointer: name, people, service. Names come with the first look, not with the page.
import { BASIC, FAMILIES } from './families.js';
import { whole } from './figures.js';
import { indexOf, placeName } from './place-index.js';
import { serviceWords } from './places-table.js';
import { text } from './words.js';

const L = window.L;
/** Words for a point's class byte. */
function kindWords(kind) {
  const { id, name } = FAMILIES[kind & ~BASIC];
  if (id === 'none') return text('ui.legend.unserved');
  if (id === 'base') return text('ui.legend.baseline');
  const status = text(kind & BASIC ? 'ui.status.BASIC' : 'ui.status.STANDARD');
  return text('ui.place.service', name, status);
}

export class PlaceTip {
  /** plan(): id of the plan on the map; onClick(i, index): a place was chosen; beside(latlng): where none stands. */
  constructor(map, points, plan, onClick) {
    this.map = map;
    this.points = points;
    this.plan = plan;
    this.tip = L.tooltip({ direction: 'top', offset: [0, -6] });
    map.on('mousemove', (event) => this.show(event.containerPoint));
    map.on('mouseout movestart', () => this.hide());
    map.on('click', async (event) => {
      if (this.paused?.()) return;
      const i = points.at(event.containerPoint, 14);
      this.show(event.containerPoint);
      if (i < 0) this.beside?.(event.latlng);
      else if (onClick) onClick(i, await indexOf(plan()));
    });
  }

  hide() {
    this.current = -1;
    this.tip.remove();
  }

  async show(position) {
    const i = this.points.at(position), plan = this.plan();
    if (i === this.current) return;
    this.current = i;
    this.map.getContainer().style.cursor = i >= 0 ? 'pointer' : '';
    if (i < 0) {
      this.tip.remove();
      return;
    }
    const { lat, lon, people, kind } = this.points.data;
    const write = (name, parts) => {
      const box = document.createElement('div'), first = document.createElement('b'), second = document.createElement('div');
      const count = whole(Number(people[i].toPrecision(2)));
      first.textContent = name ? text('ui.place.tip', name, count) : text('ui.place.tip-nameless', count);
      second.textContent = parts ? serviceWords({ parts }) : kindWords(kind[i]);
      box.append(first, second);
      this.tip.setLatLng([lat[i], lon[i]]).setContent(box).addTo(this.map);
    };
    write('');
    const { ids, names, parts, modelled } = await indexOf(plan).catch(() => ({ ids: [], names: [], parts: {}, modelled: [] }));
    if (this.current === i) write(names[i] && placeName({ name: names[i], settlementId: ids[i], modelled: modelled.includes(i) }), parts?.[i]);
  }

  /** Rings a place. */
  select({ lat, lon }) {
    this.ring?.remove();
    const ring = (weight, color) =>
      L.circleMarker([lat, lon], { radius: 13, weight, color, fill: false, interactive: false });
    this.ring = L.layerGroup([ring(5, '#FFFFFF'), ring(2.5, '#17222B')]).addTo(this.map);
  }
}
