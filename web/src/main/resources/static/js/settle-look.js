// Places that a raster gave, before they are kept: beside the national figure, by kind, on a map.
import { countryBounds, drawGround } from './country-map.js';
import { table } from './elements.js';
import { token } from './families.js';
import { people, percent, plain, whole } from './figures.js';
import { createMap } from './map.js';
import { text } from './words.js';

const L = window.L;
const $ = (id) => document.getElementById(id);
const KINDS = ['city', 'town', 'village', 'scattered'];
const NEAR_ENOUGH = .1, WHOLE = .8;
let map = null, marks = null;

/** Shows what came out; everything counted is said, what is left out too. Returns whether it is a part of the country. */
export async function showLook(look) {
  const { counts, referencePeople, referenceYear } = look, ratio = counts.peopleOut / referencePeople;
  $('sentence').textContent = text('ui.settle.sentence', whole(look.places), people(counts.peopleOut), people(referencePeople), referenceYear, percent(ratio));
  beside(ratio);
  $('apart').hidden = !(Math.abs(ratio - 1) > NEAR_ENOUGH);
  $('apart').textContent = text(ratio < 1 ? 'ui.settle.too-few' : 'ui.settle.too-many', people(Math.abs(counts.peopleOut - referencePeople)));
  $('left-out').replaceChildren(...leftOut(look).map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })));
  $('kinds').replaceChildren(table('settle-kinds', [text('ui.settle.kind'), [text('ui.settle.places'), text('ui.settle.people')]],
    KINDS.filter((kind) => look.kinds[kind]).map((kind) => [text(`ui.settle.kind-${kind}`), [whole(look.kinds[kind].places), whole(look.kinds[kind].people)]])));
  $('largest').replaceChildren(table('settle-largest', [text('ui.settle.place'), [text('ui.settle.people'), text('ui.settle.area')]],
    look.largest.map((each) => [each.district || each.id, [whole(each.people), plain(each.areaKm2, 1)]])));
  draw(look);
  return ratio < WHOLE;
}

/** A bar of the people found, with a mark where the national figure stands. */
function beside(ratio) {
  const most = Math.max(1, ratio), [, bar, mark] = $('beside').children;
  bar.setAttribute('width', 100 * ratio / most);
  mark.setAttribute('x', 99 / most);
  $('beside').setAttribute('aria-label', percent(ratio));
}

function leftOut({ counts, placesOutside, joined }) {
  const said = [];
  if (counts.peopleElsewhere >= .5) said.push(text('ui.settle.elsewhere', people(counts.peopleElsewhere)));
  if (counts.negativeCells) said.push(text('ui.settle.negative', whole(counts.negativeCells)));
  if (placesOutside) said.push(text('ui.settle.outside', whole(placesOutside)));
  if (!said.length) said.push(text('ui.settle.nothing-left-out'));
  for (const each of joined) said.push(text('ui.settle.joined', each.file, each.name, whole(each.settlements)));
  return said;
}

function draw({ points, places }) {
  if (!map) {
    map = createMap($('map'), { bounds: countryBounds() });
    drawGround(map, document.body.dataset.country);
    marks = L.layerGroup().addTo(map);
  }
  const most = points[0]?.[2] || 1, colour = token('--t-fibre', map.getContainer());
  marks.clearLayers();
  for (const [lon, lat, count] of points.toReversed()) {
    L.circleMarker([lat, lon], { radius: 1.5 + 6 * Math.sqrt(count / most), weight: .8, color: colour, fillOpacity: .45 })
      .bindTooltip(people(count)).addTo(marks);
  }
  $('map-about').textContent = text(points.length < places ? 'ui.settle.map-largest' : 'ui.settle.map-all', whole(points.length), whole(places));
  map.invalidateSize();
  map.fitBounds(L.latLngBounds(points.map(([lon, lat]) => [lat, lon])).pad(.1), { animate: false });
}
