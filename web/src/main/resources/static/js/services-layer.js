// Sites and the users they serve, coloured and sized by class of round trip, on a Leaflet map.
import { token } from './families.js';

const L = window.L;

/** Classes of round trips, as the server names them, shortest first. */
export const CLASSES = ['UP_TO_10', 'UP_TO_50', 'UP_TO_150', 'UP_TO_300', 'OVER_300', 'UNSERVED'];
/** What symbol() calls a site. */
export const SITE = 'SITE';

// light to dark with rising delay; unserved is hollow. Sizes differ too, so colour is not alone.
const TOKENS = { UP_TO_10: '--q-1', UP_TO_50: '--q-2', UP_TO_150: '--q-3', UP_TO_300: '--q-4', OVER_300: '--q-5', UNSERVED: '--m-land' };
const RADIUS = { UP_TO_10: 4, UP_TO_50: 4.5, UP_TO_150: 5, UP_TO_300: 5.5, OVER_300: 6, UNSERVED: 4.5 };
const SITE_PARTS = [
  ['rect', { x: -8, y: -8, width: 16, height: 16, rx: 3, fill: '#17222B', stroke: '#fff', 'stroke-width': 1.5 }],
  ['path', { d: 'M-4.5-3.5h9M-4.5 0h9M-4.5 3.5h9', stroke: '#fff', 'stroke-width': 1.6 }],
];
const ns = 'http://www.w3.org/2000/svg';

function drawn(name, attributes) {
  const made = document.createElementNS(ns, name);
  Object.entries(attributes).forEach(([k, v]) => made.setAttribute(k, v));
  return made;
}

/** The same mark for map, legend and table. */
export function symbol(name) {
  const svg = drawn('svg', { class: 'sym', viewBox: '-9 -9 18 18', 'aria-hidden': 'true' });
  svg.append(...(name === SITE
    ? SITE_PARTS.map(([part, attributes]) => drawn(part, attributes))
    : [drawn('circle', { r: RADIUS[name], fill: token(TOKENS[name]), stroke: '#17222B', 'stroke-width': name === 'UNSERVED' ? 1.8 : 1 })]));
  return svg;
}

const place = ({ geometry }) => [geometry.coordinates[1], geometry.coordinates[0]];

export class ServicesLayer {
  constructor(map, onChoose) {
    this.map = map;
    this.onChoose = onChoose;
    this.renderer = L.canvas({ padding: .5 });
    this.group = L.layerGroup().addTo(map);
    this.marked = L.layerGroup().addTo(map);
    this.drawn = { sites: 0, users: 0, lines: 0 };
  }

  /** Draws one kind of service; returns how many marks there are. */
  draw(sites, users) {
    this.group.clearLayers();
    this.marked.clearLayers();
    this.at = new Map(sites.map((site) => [site.properties.id, place(site)]));
    this.drawn = { sites: 0, users: 0, lines: 0 };
    users.forEach((user) => this.drawCatchment(user));
    users.forEach((user) => this.drawUser(user));
    sites.forEach((site) => this.drawSite(site));
    return this.drawn;
  }

  /** Lines from a user to its sites. */
  drawCatchment(user) {
    for (const id of user.properties.siteIds.split(';')) {
      if (!this.at.has(id)) continue;
      L.polyline([place(user), this.at.get(id)], { renderer: this.renderer, interactive: false, weight: 1.2, opacity: .45, color: token('--ink') }).addTo(this.group);
      this.drawn.lines++;
    }
  }

  drawUser(user) {
    const name = user.properties.latencyClass;
    L.circleMarker(place(user), {
      renderer: this.renderer, radius: RADIUS[name], fillColor: token(TOKENS[name]), fillOpacity: 1, color: token('--ink'), weight: name === 'UNSERVED' ? 1.8 : 1,
    }).on('click', () => this.onChoose(user)).addTo(this.group);
    this.drawn.users++;
  }

  drawSite(site) {
    const icon = L.divIcon({ className: 'hostmark', html: symbol(SITE), iconSize: [18, 18] });
    L.marker(place(site), { keyboard: false, title: site.properties.name, icon }).addTo(this.group);
    this.drawn.sites++;
  }

  /** Marks a user and the lines to its sites. */
  choose(user) {
    this.marked.clearLayers();
    const ink = token('--ink');
    for (const id of user.properties.siteIds.split(';')) {
      if (this.at.has(id)) L.polyline([place(user), this.at.get(id)], { weight: 3, color: ink, interactive: false }).addTo(this.marked);
    }
    L.circleMarker(place(user), { radius: 10, fill: false, weight: 3, color: ink, interactive: false }).addTo(this.marked);
  }

  /** Shows everything that is drawn. */
  fit(padding) {
    const all = [];
    this.group.eachLayer((each) => each.getLatLng && all.push(each.getLatLng()));
    if (all.length) this.map.fitBounds(L.latLngBounds(all).pad(.05), { animate: false, ...padding });
  }
}
