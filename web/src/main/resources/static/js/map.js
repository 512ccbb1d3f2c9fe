// A map without tiles: Africa's outlines, one country's districts, controls. No outside host.
import { africa } from './basemap.js';
import { token } from './families.js';
import { text } from './words.js';

const L = window.L;
const rtl = document.documentElement.dir === 'rtl';

/** Makes a Leaflet map in an element; later layers go above its outlines. */
export function createMap(element, { bounds, padding = {} }) {
  const map = L.map(element, {
    zoomSnap: .05, zoomDelta: .5, zoomControl: false, attributionControl: false,
    preferCanvas: true, zoomAnimation: false, minZoom: 2.5, maxZoom: 14,
  });
  L.control.zoom({
    position: rtl ? 'topright' : 'topleft',
    zoomInTitle: text('ui.map.zoom-in'), zoomOutTitle: text('ui.map.zoom-out'),
  }).addTo(map);
  L.control.scale({ imperial: false, position: rtl ? 'bottomleft' : 'bottomright', maxWidth: 120 }).addTo(map);
  map.createPane('base').style.zIndex = 200;
  // links run under the places, nodes and sites stand above them
  for (const [name, height] of [['net', 390], ['nodes', 450]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = height;
    pane.style.pointerEvents = 'none';
  }
  map.fitBounds(bounds, { animate: false, ...padding });
  return map;
}

/** Room that legend, note and panel sheet need around what is shown. */
export const padding = () =>
  innerWidth > 1100
    ? { paddingTopLeft: rtl ? [24, 28] : [282, 28], paddingBottomRight: rtl ? [282, 60] : [24, 60] }
    : innerWidth > 900
    ? { paddingTopLeft: [24, 28], paddingBottomRight: [24, 60] }
    : { paddingTopLeft: [16, 64], paddingBottomRight: [16, 32] };

/** The continent, redrawn when colours change; one country stands out. */
export class Outlines {
  constructor(map, country) {
    this.map = map;
    this.country = country;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.canvas({ pane: 'base', padding: .6 });
  }

  async load() {
    this.africa = await africa();
    this.paint();
  }

  /** GeoJSON of the country's districts. */
  setDistricts(districts) {
    this.districts = districts;
    this.paint();
  }

  paint() {
    this.group.clearLayers();
    if (this.africa) this.paintContinent();
    if (this.districts) this.paintDistricts();
    if (this.africa) this.paintUndetermined();
    this.painted?.();
  }

  /** The country as the continent has it. */
  landOf(country) {
    return this.africa?.features.filter(({ properties }) => properties.iso3 === country) ?? [];
  }

  /** Traces a country's land, as finely as it is known by now. */
  trace(context, at, country = this.country) {
    const finely = country === this.country && this.districts?.features;
    const land = finely || this.landOf(country);
    for (const { geometry: { type, coordinates } } of land) {
      for (const ring of type === 'Polygon' ? coordinates : coordinates.flat()) {
        ring.forEach(([lon, lat], k) => (k ? context.lineTo(...at(lon, lat)) : context.moveTo(...at(lon, lat))));
        context.closePath();
      }
    }
  }

  colour(name) {
    return token(name, this.map.getContainer());
  }

  draw(data, filter, style) {
    L.geoJSON(data, { renderer: this.renderer, interactive: false, filter, style }).addTo(this.group);
  }

  paintContinent() {
    this.draw(this.africa, (f) => !f.properties.border, ({ properties: { iso3, undetermined } }) => {
      const chosen = iso3 === this.country;
      return {
        fillColor: this.colour(chosen ? '--m-land' : '--m-other'), fillOpacity: 1,
        weight: undetermined ? 0 : chosen ? 1.4 : .8, color: this.colour('--m-border'),
      };
    });
  }

  /** Districts are finer than the continent, so their outer edge becomes the country's, unless that is undetermined. */
  paintDistricts() {
    const chosen = this.africa?.features.find(({ properties }) => properties.iso3 === this.country);
    const land = { fillColor: this.colour('--m-land'), fillOpacity: 1 }, other = this.colour('--m-other');
    if (chosen && !chosen.properties.openEdge) {
      this.draw(chosen, null, { fillColor: other, fillOpacity: 1, weight: 2.5, color: other });
      this.draw(this.districts, null, { ...land, weight: 3, color: this.colour('--m-border') });
      this.draw(this.districts, null, { ...land, weight: 1, color: this.colour('--m-admin') });
    } else {
      this.draw(this.districts, null, { fill: false, weight: 1, color: this.colour('--m-admin') });
    }
  }

  /** A breakaway area has no solid edge: the dashes are its only border. */
  paintUndetermined() {
    this.draw(this.africa, (f) => f.properties.border, { color: this.colour('--m-other'), weight: 3 });
    this.draw(this.africa, (f) => f.properties.border, { color: this.colour('--m-border'), weight: 1.2, dashArray: '5 4' });
  }
}

const ROOM_FOR_LEGEND_PX = 640;

/** A map that is narrow shows its legend when asked. */
export function foldLegend(map) {
  if (map.getSize().x < ROOM_FOR_LEGEND_PX) document.getElementById('legend')?.removeAttribute('open');
}

/** Says on the map that a part of it did not come, instead of leaving it blank. */
export function sayFailed(part, error) {
  const stage = document.querySelector('.stage, .runmap');
  const line = document.createElement('p');
  line.className = 'maperror';
  line.setAttribute('role', 'alert');
  line.textContent = text('ui.map.failed', text(`ui.map.part-${part}`), error.message);
  stage.querySelector('.maperror')?.remove();
  stage.append(line);
}
