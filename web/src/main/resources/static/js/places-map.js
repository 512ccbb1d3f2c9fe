// The map of one country's places under a plan, with its table, legend and address: what the
// overview and the explore page have in common.
import { getJson } from './api.js';
import { countryBounds, drawGround, keepView } from './country-map.js';
import { FAMILIES, mapped } from './families.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, padding, sayFailed } from './map.js';
import { NetworkLayer } from './network-layer.js';
import { pointTest } from './place-filter.js';
import { placeLabels } from './place-labels.js';
import { PlaceTip } from './place-tip.js';
import { PlacesTable } from './places-table.js';
import { decodePoints } from './points-data.js';
import { PointsLayer } from './points-layer.js';
import { indexOf, placeName } from './place-index.js';
import * as view from './view-state.js';

const $ = (id) => document.getElementById(id);
const familyIndex = (id) => FAMILIES.findIndex((family) => family.id === id);

export class PlacesMap {
  /** onPlace(item): a place was chosen on the map or in the table; paused(): clicks mean something else. */
  constructor({ onPlace, paused, padded = padding() }) {
    const { country, countries = country } = document.body.dataset;
    this.onPlace = onPlace;
    this.paused = paused;
    this.filter = {};
    this.map = createMap($('map'), { bounds: countryBounds(), padding: padded });
    this.outlines = drawGround(this.map, country);
    this.network = new NetworkLayer(this.map);
    this.labels = new LabelsLayer([]).addTo(this.map);
    this.names = { places: [], areas: [] };
    keepView(this.map);
    if ($('country-names')) this.nameCountries(country);
    if (document.querySelector('[data-ground]')) this.lay(countries.split(','));
    document.querySelector('.mapbar').hidden = false;
    $('dark').addEventListener('click', () => this.setDark(document.body.dataset.map !== 'dark'));
    if (view.get('d')) this.setDark(true);
  }

  /** Names of the countries round this one, which the page need not wait for. */
  async nameCountries(country) {
    const { countryLabels, namesOnPage } = await import('./country-labels.js');
    await this.outlines.ready.catch(() => {}); // has been said already
    this.label({ areas: await countryLabels(namesOnPage(country)).catch(() => []) });
  }

  /** Today's coverage, roads and water, which the page need not wait for. */
  async lay(countries) {
    await this.outlines.ready.catch(() => {}); // has been said already
    const { layGround } = await import('./country-ground.js');
    this.ground = await layGround(this.map, countries, this.outlines);
  }

  /** Class of today's coverage where a place lies, null where the map does not know it. */
  todayAt(place) {
    return this.ground?.today?.kindAt(place) ?? null;
  }

  /** Once there is a plan: table, legend, view switch. */
  start() {
    this.table = new PlacesTable({
      bounds: () => this.map.getBounds(),
      onFilter: (filter) => this.setFilter(filter),
      onSelect: (item) => {
        this.showView('map');
        this.goTo(item);
        this.onPlace(item, true);
      },
    });
    document.querySelectorAll('[data-view]').forEach((button) => button.addEventListener('click', () => this.showView(button.dataset.view)));
    document.addEventListener('change', ({ target }) => {
      if (target.dataset.family && target.type === 'checkbox') this.points?.toggle(familyIndex(target.dataset.family), target.checked);
      if (target.dataset.layer) this.network.toggle(target.dataset.layer, target.checked);
    });
    this.map.on('moveend', () => {
      this.network.paint();
      this.table.moved();
    });
    if (view.get('v') === 'table') this.showView('table');
  }

  goTo({ lat, lon }) {
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), 9.5), { animate: false });
    this.tip?.select({ lat, lon });
  }

  label(names) {
    Object.assign(this.names, names);
    this.labels.setNames([...this.names.places, ...this.names.areas]);
  }

  /** Draws a plan; whoever asks again meanwhile wins. */
  async show(plan) {
    this.plan = plan;
    if (!$('tableview').hidden) this.table.setPlan(plan);
    await Promise.all([this.showPoints(plan), this.showNetwork(plan)]);
    this.enableLegend();
  }

  async showPoints(plan) {
    try {
      const data = decodePoints(await mapped(`/plans/${plan}/points`));
      if (this.plan !== plan) return;
      if (this.points) {
        this.points.setData(data);
      } else {
        this.points = new PointsLayer(data).addTo(this.map);
        this.tip = new PlaceTip(this.map, this.points, () => this.plan, (i, { ids }) => this.open(ids[i]));
        this.tip.paused = this.paused;
        if ($('line')) this.tip.beside = (at) => this.showLine(at);
      }
      await this.setFilter(this.filter);
      if (this.names.places.length === 0) {
        this.label({ places: await placeLabels(plan) });
      }
    } catch (error) {
      sayFailed('points', error);
    }
  }

  async showNetwork(plan) {
    try {
      const data = await getJson(`/plans/${plan}/links`);
      if (this.plan === plan) this.network.setData(data);
    } catch (error) {
      sayFailed('links', error);
    }
    try {
      const services = await getJson(`/plans/${plan}/services`);
      if (this.plan === plan) this.network.setServices(services);
    } catch (error) {
      if (this.plan === plan) this.network.setServices(null);
      if (error.status !== 404) sayFailed('services', error); // 404: nothing was placed for this plan
    }
  }

  /** Tells of the line at a place of the map, if any is shown there. */
  async showLine(at) {
    const { showLine } = await import('./line-card.js');
    if (showLine(this.map, this.network, this.ground?.detail, at)) this.onLine?.();
  }

  /** Other class bytes for the same places: another plan, or an estimate. */
  setKinds(kinds, plan = this.plan) {
    this.plan = plan;
    this.points.setData({ ...this.points.data, kind: kinds }, false);
    if (!$('tableview').hidden && this.table.plan !== plan) this.table.setPlan(plan);
  }

  /** Fetches one place and opens it; undefined when the plan has no such place. */
  async open(id) {
    const item = await this.find(id);
    if (item) {
      this.tip.select(item);
      this.onPlace(item, false);
    }
    return item;
  }

  /** A place's row of the table; undefined when the plan has no such place. */
  async find(id) {
    const { items } = await getJson(`/plans/${this.plan}/settlements?limit=50&q=${encodeURIComponent(id)}`);
    return items.find((each) => each.settlementId === id);
  }

  /** Name of a place as users see it. */
  async nameOf(id) {
    const { ids, names } = await indexOf(this.plan), k = ids.indexOf(id);
    if (names[k]) return names[k];
    const item = await this.find(id);
    return item ? placeName(item) : id;
  }

  /** The map hides what the table's filter hides. */
  async setFilter(filter) {
    this.filter = filter;
    if (!this.points) return;
    const test = await pointTest(filter, this.plan, this.points);
    if (this.filter === filter) this.points.setFilter(test);
  }

  /** The legend's boxes work once there is something to show or hide. */
  enableLegend() {
    document.querySelectorAll('input[data-family], input[data-layer]').forEach((box) => {
      box.disabled = false;
      if (box.dataset.family) box.checked = !this.points?.hidden.has(familyIndex(box.dataset.family));
    });
  }

  showView(name) {
    $('mapview').hidden = name === 'table';
    $('tableview').hidden = name !== 'table';
    $('dark').hidden = name === 'table';
    document.querySelectorAll('[data-view]').forEach((button) => button.setAttribute('aria-pressed', button.dataset.view === name));
    view.set({ v: name === 'table' ? 'table' : null });
    if (name === 'table') this.table.setPlan(this.plan);
    else this.map.invalidateSize({ animate: false });
  }

  setDark(on) {
    document.body.dataset.map = on ? 'dark' : 'light';
    $('dark').setAttribute('aria-pressed', on);
    this.outlines.paint();
    this.ground?.paint();
    this.network.paint();
    this.labels.draw();
    this.points?.draw();
    view.set({ d: on ? '1' : null });
  }
}
