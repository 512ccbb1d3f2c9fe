// Colours places by a value of the plan: classes of about as many places each, legend and table column alike.
import { getJson } from './api.js';
import { people, usd, whole } from './figures.js';
import { sayFailed } from './map.js';
import { indexOf } from './place-index.js';
import { text } from './words.js';
import * as view from './view-state.js';

const CLASSES = 5;
const NONE = 0, ZERO = 1, FIRST = 2; // classes before those of the quantiles
const TOKENS = ['--t-none', '--q-0', '--q-1', '--q-2', '--q-3', '--q-4', '--q-5'];
const VALUES = {
  cost: { field: 'usdPerPerson', words: usd, none: () => text('ui.explore.shade-unbuilt') },
  need: { field: 'peopleWithoutStandard', words: (value) => text('ui.place.people', whole(value)), limit: people, none: () => text('ui.number.unknown') },
};
const $ = (id) => document.getElementById(id);
const asked = new Map();

/** Values of a plan in the order of its points. */
function valuesOf(plan) {
  if (!asked.has(plan)) {
    const answer = getJson(`/plans/${plan}/values`);
    answer.catch(() => asked.delete(plan));
    asked.set(plan, answer);
  }
  return asked.get(plan);
}

/** Upper limits of all classes but the last, rounded to three digits so that the legend tells them exactly. */
function limitsOf(values) {
  const known = values.filter((value) => value > 0).sort((a, b) => a - b), limits = new Set();
  for (let k = 1; k < CLASSES && known.length; k++) {
    const limit = Number(known[Math.floor((k * known.length) / CLASSES)].toPrecision(3));
    if (limit > known[0]) limits.add(limit);
  }
  return [...limits];
}

function classOf(value, limits) {
  if (value === null || value === undefined) return NONE;
  if (value <= 0) return ZERO;
  return FIRST + limits.filter((limit) => value >= limit).length;
}

export class Shade {
  constructor(places) {
    this.places = places;
    this.choice = $('shade');
    this.legend = $('shade-legend');
    this.choice.addEventListener('change', () => this.show());
    const wanted = view.get('l');
    if (VALUES[wanted]) this.choice.value = wanted;
    this.choice.disabled = false;
    this.offered = {};
  }

  /** A colouring of its own kind: {title, shadeOf(plan): as PointsLayer takes it, null for none, words(k): of a place}; its legend is elsewhere. */
  offer(name, shading) {
    this.offered[name] = shading;
    this.show();
  }

  /** Draws what is chosen, for the plan that is on the map. */
  async show() {
    const { places } = this, { plan, points, table } = places, name = this.choice.value, chosen = VALUES[name];
    const turn = (this.turn = Symbol('shade'));
    view.set({ l: chosen ? name : null });
    try {
      const own = this.offered[name], asked = chosen || own;
      const [values, { ids }] = asked ? await Promise.all([chosen && valuesOf(plan), indexOf(plan)]) : [null, { ids: [] }];
      if (this.turn !== turn || !points) return;
      this.legend.hidden = !chosen;
      $('shade-note').hidden = !chosen;
      const at = new Map(ids.map((id, k) => [id, k]));
      if (!chosen) {
        const shading = own?.shadeOf(plan);
        points.setShade(shading ?? null);
        table.setExtra(shading ? { title: own.title, of: (item) => own.words(at.get(item.settlementId)) } : null);
        return;
      }
      const column = values[chosen.field], limits = limitsOf(column);
      const classes = Uint8Array.from(column, (value) => classOf(value, limits));
      points.setShade({ classes, tokens: TOKENS });
      this.drawLegend(chosen, limits, classes);
      $('shade-note').textContent = text(`ui.explore.shade-${name}-note`);
      table.setExtra({
        title: this.choice.selectedOptions[0].textContent,
        of: (item) => {
          const value = column[at.get(item.settlementId)];
          return value === null || value === undefined ? chosen.none() : chosen.words(value);
        },
      });
      this.state = { name, values: column, limits, classes };
    } catch (error) {
      sayFailed('points', error);
    }
  }

  drawLegend({ words, limit = words, none }, limits, classes) {
    const counts = new Array(TOKENS.length).fill(0);
    classes.forEach((each) => counts[each]++);
    const say = (k) => {
      if (k === NONE) return none();
      if (k === ZERO) return words(0);
      const low = limits[k - FIRST - 1], high = limits[k - FIRST];
      if (low === undefined) return high === undefined ? text('ui.explore.shade-from', limit(0)) : text('ui.explore.shade-under', limit(high));
      return high === undefined ? text('ui.explore.shade-from', limit(low)) : text('ui.explore.shade-between', limit(low), limit(high));
    };
    this.legend.replaceChildren(...counts.flatMap((count, k) => {
      if (!count) return [];
      const line = document.createElement('li'), swatch = document.createElement('i'), name = document.createElement('span'), number = document.createElement('span');
      if (k === NONE) swatch.className = 'none';
      else swatch.style.background = `var(${TOKENS[k]})`;
      name.textContent = say(k);
      number.className = 'n num';
      number.textContent = text('ui.explore.shade-places', whole(count));
      line.append(swatch, name, number);
      return [line];
    }));
  }
}
