// Sites and the users they serve, coloured and shaped by latency class, on a Leaflet map.
const L = window.L;

/** Classes of round trips, as the server names them, shortest first. */
export const CLASSES = ['UP_TO_10', 'UP_TO_50', 'UP_TO_150', 'UP_TO_300', 'OVER_300', 'UNSERVED'];

// dark to light with rising delay; unserved is hollow. Sizes differ too, so colour is not alone.
const FILL = { UP_TO_10: '#22365F', UP_TO_50: '#2F7F8C', UP_TO_150: '#7FB069', UP_TO_300: '#E0A83A', OVER_300: '#B23A48', UNSERVED: '#FFFFFF' };
const RADIUS = { UP_TO_10: 7, UP_TO_50: 6, UP_TO_150: 5, UP_TO_300: 4, OVER_300: 3, UNSERVED: 4 };
const ns = 'http://www.w3.org/2000/svg';

/** The same mark for legend and table. */
export function symbol(name) {
  const svg = document.createElementNS(ns, 'svg'), circle = document.createElementNS(ns, 'circle');
  Object.entries({ class: 'sym', viewBox: '-9 -9 18 18', 'aria-hidden': 'true' }).forEach(([k, v]) => svg.setAttribute(k, v));
  Object.entries({ r: RADIUS[name], fill: FILL[name], stroke: '#17222B', 'stroke-width': name === 'UNSERVED' ? 1.8 : 1 })
    .forEach(([k, v]) => circle.setAttribute(k, v));
  svg.append(circle);
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
    for (const user of users) {
      for (const id of user.properties.siteIds.split(';')) {
        if (!this.at.has(id)) continue;
        L.polyline([place(user), this.at.get(id)], { renderer: this.renderer, interactive: false, weight: .8, opacity: .5, color: FILL[user.properties.latencyClass] }).addTo(this.group);
        this.drawn.lines++;
      }
    }
    for (const user of users) {
      const name = user.properties.latencyClass;
      L.circleMarker(place(user), { renderer: this.renderer, radius: RADIUS[name], fillColor: FILL[name], fillOpacity: 1, color: '#17222B', weight: name === 'UNSERVED' ? 1.8 : 1 })
        .on('click', () => this.onChoose(user)).addTo(this.group);
      this.drawn.users++;
    }
    for (const site of sites) {
      L.marker(place(site), { keyboard: false, title: site.properties.name, icon: L.divIcon({ className: 'hostmark', html: '<svg viewBox="-9 -9 18 18" width="20" height="20" aria-hidden="true"><path d="M0-8 8 0 0 8-8 0z" fill="#fff" stroke="#17222B" stroke-width="2"/><circle r="2.6" fill="#17222B"/></svg>', iconSize: [20, 20] }) }).addTo(this.group);
      this.drawn.sites++;
    }
    return this.drawn;
  }

  /** Marks a user and the lines to its sites. */
  choose(user) {
    this.marked.clearLayers();
    for (const id of user.properties.siteIds.split(';')) {
      if (this.at.has(id)) L.polyline([place(user), this.at.get(id)], { weight: 3, color: '#17222B', interactive: false }).addTo(this.marked);
    }
    L.circleMarker(place(user), { radius: 10, fill: false, weight: 3, color: '#17222B', interactive: false }).addTo(this.marked);
  }

  /** Shows everything that is drawn. */
  fit(padding) {
    const all = [];
    this.group.eachLayer((each) => each.getLatLng && all.push(each.getLatLng()));
    if (all.length) this.map.fitBounds(L.latLngBounds(all).pad(.05), { animate: false, ...padding });
  }
}
