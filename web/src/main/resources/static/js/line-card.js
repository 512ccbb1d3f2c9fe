// A line on the map: what it is, which layer draws it, of which year, how sure.
import { project } from './canvas-layer.js';
import { plain } from './figures.js';
import { linkPaths } from './link-paths.js';
import { more, text } from './words.js';

await more('line');

const REACH = 9;
const $ = (id) => document.getElementById(id);

/** Distance from a point to a stretch between two others. */
function away([x, y], [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** The line nearest to a place, null when none is within reach pixels; lines: [{path: [[lon, lat], …]}], the first of equals wins. */
export function nearestLine(lines, [lon, lat], zoom, reach = REACH) {
  const world = 256 * 2 ** zoom, here = project(lon, lat), margin = reach / world;
  let found = null, least = margin;
  for (const line of lines) {
    let before = null;
    for (const [x, y] of line.path) {
      const next = project(x, y);
      const distance = before ? away(here, before, next) : Infinity;
      if (distance < least) {
        least = distance;
        found = line;
      }
      before = next;
    }
  }
  return found;
}

const km = ([lon, lat], [toLon, toLat]) => window.L.CRS.Earth.distance({ lat, lng: lon }, { lat: toLat, lng: toLon }) / 1000;

/** How a new line runs: along a road where it has a course of its own. */
function course(path = []) {
  if (path.length < 3) return text('ui.line.built-sure');
  const along = path.slice(1).reduce((sum, to, k) => sum + km(path[k], to), 0);
  return text('ui.line.built-road', ...[along, km(path[0], path.at(-1))].map((each) => plain(each, 1)));
}

const FIBRE = { fibreToday: 'ui.legend.fibre-today', fibreUnknown: 'ui.line.fibre-unknown', fibrePlanned: 'ui.line.fibre-planned' };

/** What a line is, where it comes from and how sure it is, in words. */
export function lineWords({ kind, operator, source, path }) {
  if (kind in FIBRE) {
    return {
      name: text(FIBRE[kind]),
      from: [source, operator && text('ui.line.operator', operator)].filter(Boolean).join(' · '),
      sure: text(kind === 'fibreToday' ? 'ui.line.fibre-sure' : `ui.line.${kind === 'fibrePlanned' ? 'planned' : 'unknown'}-sure`),
    };
  }
  if (kind in { road: 0, river: 0, lake: 0 }) {
    return { name: text(`ui.line.${kind}`), from: text('ui.line.detail-source'), sure: text('ui.line.detail-sure') };
  }
  return { name: text(`ui.legend.${kind}-new`), from: text('ui.line.built'), sure: course(path) };
}

/** Lines that a layer of the network shows, what the plan builds first: {kind, path}, of fibre also operator and source. */
export function* networkLines({ data, hidden }) {
  if (!data) return;
  for (const [medium, kind] of data.media.entries()) {
    if (hidden.has(kind)) continue;
    for (const path of linkPaths(data, medium)) yield { kind, path };
  }
  let k = 0;
  for (const [kind, box, paths] of [
    ['fibreToday', 'fibreToday', data.fibreLines], ['fibreUnknown', 'fibreOther', data.fibreUnknown], ['fibrePlanned', 'fibreOther', data.fibrePlanned],
  ]) {
    for (const path of paths) {
      const [operator, source] = data.fibreFrom[data.fibreFromOf[k++]];
      if (!hidden.has(box)) yield { kind, path, operator, source };
    }
  }
}

export function hideLine() {
  $('line').hidden = true;
}

/** Tells of the line under the pointer; false where there is none. detail: layer of roads and water, if it is there yet. */
export function showLine(map, network, detail, at) {
  const lines = [...networkLines(network), ...(detail?.lines() ?? [])];
  const line = nearestLine(lines, [at.lng, at.lat], map.getZoom());
  $('line').hidden = !line;
  if (!line) return false;
  const words = lineWords(line);
  $('line-name').textContent = words.name;
  $('line-from').textContent = words.from;
  $('line-sure').textContent = words.sure;
  $('line-close').onclick = hideLine;
  return true;
}
