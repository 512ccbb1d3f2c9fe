// Two plans on one map: a line to swipe, two maps side by side, or only what differs.
import { getBytes, getJson } from './api.js';
import { mapped } from './families.js';
import { countryBounds, drawGround, keepView } from './country-map.js';
import { DifferenceLayer, countKinds } from './difference-layer.js';
import { whole } from './figures.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, sayFailed } from './map.js';
import { placeLabels } from './place-labels.js';
import { PlanLayers } from './plan-layers.js';
import { decodePoints } from './points-data.js';
import { Swipe } from './swipe.js';
import * as view from './view-state.js';

const $ = (id) => document.getElementById(id);
const { country, a, b, comparable, first: begin = 'swipe' } = document.body.dataset;
const element = $('map'), bounds = countryBounds();
/** Room for the swipe bar and the letters, less where the map is small. */
const room = () => (element.clientWidth < 500
  ? { paddingTopLeft: [8, 92], paddingBottomRight: [8, 28] } : { paddingTopLeft: [20, 110], paddingBottomRight: [20, 60] });
const map = createMap(element, { bounds, padding: room() });
const names = a ? placeLabels(a) : Promise.resolve([]);
const page = (window.kiungo = { map });

/** Ground below and names above. */
function furnish(on) {
  drawGround(on, country);
  names.then((found) => new LabelsLayer(found).addTo(on)).catch((error) => sayFailed('points', error));
}

furnish(map);
keepView(map);

const pick = document.querySelector('.pick');
if (pick) {
  $('pick').hidden = true;
  pick.addEventListener('change', () => pick.submit());
}

if (a && b) {
  try {
    const [left, right] = await Promise.all([a, b].map(async (id) => {
      const [bytes, links] = await Promise.all([mapped(`/plans/${id}/points`), getJson(`/plans/${id}/links`)]);
      return { points: decodePoints(bytes), links };
    }));
    await show(left, right);
  } catch (error) {
    sayFailed('points', error);
  }
}

async function show(left, right) {
  const first = new PlanLayers(map, 'first', left.points, left.links), second = new PlanLayers(map, 'second', right.points, right.links);
  const swipe = new Swipe(map, first, second), drawn = [[first], [second]];
  let difference, twin;
  const modes = {
    swipe: () => {},
    side: () => {
      twin ??= makeTwin(right, drawn[1]);
      page.timeline?.onYear(page.timeline.year);
      requestAnimationFrame(() => {
        map.invalidateSize({ animate: false });
        map.fitBounds(bounds, { animate: false, ...room() });
        twin.invalidateSize({ animate: false });
        twin.setView(map.getCenter(), map.getZoom(), { animate: false });
      });
    },
  };

  function choose(mode) {
    page.mode = mode;
    document.querySelectorAll('[data-mode]').forEach((each) => each.setAttribute('aria-pressed', each.dataset.mode === mode));
    $('map2').hidden = mode !== 'side';
    $('label-a').hidden = $('label-b').hidden = mode === 'difference';
    document.querySelector('.stage').classList.toggle('pair', mode === 'side');
    $('legend-technology').hidden = mode === 'difference';
    $('legend-difference').hidden = mode !== 'difference';
    view.set({ m: mode === begin ? null : mode });
    map.invalidateSize({ animate: false });
    first.show(mode !== 'difference');
    second.show(mode === 'swipe');
    difference?.remove();
    swipe.show(mode === 'swipe');
    modes[mode]();
  }

  if (comparable === 'true') {
    const kinds = new Uint8Array(await getBytes(`/comparisons/${a}/${b}/kinds`));
    const counts = (page.counts = countKinds(kinds));
    difference = new DifferenceLayer(left.points, kinds);
    modes.difference = () => difference.addTo(map);
    document.querySelectorAll('[data-count]').forEach((place) => (place.textContent = whole(counts[place.dataset.count])));
  } else {
    document.querySelector('[data-mode=difference]').disabled = true;
  }
  document.querySelectorAll('[data-mode]').forEach((button) => button.addEventListener('click', () => choose(button.dataset.mode)));
  $('modes').hidden = false;
  choose(modes[view.get('m')] ? view.get('m') : begin);
  if ($('timeline')) {
    const { offerPair } = await import('./compare-years.js');
    page.timeline = await offerPair([{ id: a, ...left }, { id: b, ...right }], (k) => drawn[k]);
  }
  page.ready = true;
}

/** The second map of a pair; both follow one another. drawn: takes its layers. */
function makeTwin({ points, links }, drawn) {
  const twin = (page.twin = createMap($('map2'), { bounds, padding: room() }));
  furnish(twin);
  drawn.push(new PlanLayers(twin, 'twin', points, links));
  let following = false;
  const follow = (from, to) => from.on('move', () => {
    if (following || page.mode !== 'side') return;
    following = true;
    to.setView(from.getCenter(), from.getZoom(), { animate: false });
    following = false;
  });
  follow(map, twin);
  follow(twin, map);
  return twin;
}
