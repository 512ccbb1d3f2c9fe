// One plan, place by place: why it is so, edits with their estimate, the exact plan, comments, links.
import { AreaSelect } from './area-select.js';
import { AttributionPane } from './attribution.js';
import { Comments } from './comments.js';
import { pinFigures, pinPlaces } from './comment-pins.js';
import { Draft } from './draft.js';
import { offerSteps, showConflict, showEdits } from './edit-list.js';
import { EditMarks } from './edit-marks.js';
import { ExactPlan } from './exact-plan.js';
import { offerFrontier } from './frontier-slider.js';
import { sayFailed } from './map.js';
import { offerName } from './plan-name.js';
import { PlacePanel } from './place-panel.js';
import { PlacesMap } from './places-map.js';
import { Shade } from './shade.js';
import { offerShares } from './shares.js';
import { more, text } from './words.js';
import * as view from './view-state.js';

await Promise.all([more('explore'), more('run')]);

const L = window.L;
const $ = (id) => document.getElementById(id);
const { plan } = document.body.dataset;
const page = (window.kiungo = { ready: false });

const formats = document.querySelector('.exports');
const offer = async () => (await import('./plan-export.js')).offerExports(formats);
if (formats?.open) offer();
else formats?.addEventListener('toggle', offer, { once: true });

// areas are chosen on a map, and a table needs the room
const table = $('tableview');
new MutationObserver(() => ($('select').hidden = !table.hidden)).observe(table, { attributeFilter: ['hidden'] });

const places = new PlacesMap({
  onPlace: (item, focus) => {
    panel.showPlace(item, focus);
    page.selected = item;
    page.why = panel.why;
  },
  paused: () => select.busy,
  padded: { paddingTopLeft: [24, 64], paddingBottomRight: [24, 60] },
});
Object.assign(page, { map: places.map, network: places.network, places });
const select = new AreaSelect(places.map, (ring) => {
  panel.showArea(ring);
  Object.assign(page, { area: panel.area, selected: null });
});
const pins = L.layerGroup().addTo(places.map);
const comments = new Comments(plan, {
  openPlace: goTo,
  nameOf: (id) => places.nameOf(id),
  onShown: (open, names) => {
    pinFigures(open);
    pinPlaces(open, names, { plan, pins, points: places.points, openPlace: goTo });
  },
});
const panel = new PlacePanel(plan, places, { onChosen: (place) => comments.pin(place), onArea: (ring) => select.show(ring) });
const marks = new EditMarks(plan, places);
const draft = (page.draft = new Draft(plan, {
  onChange: (changed) => {
    showEdits(changed, showEdit);
    marks.show(changed);
    attributeEdits(changed);
  },
  onConflict: (error) => showConflict(draft, error),
}));

const attribution = new AttributionPane($('attribution'), {
  path: () => draft.id && `/drafts/${draft.id}/attribution`,
  before: () => draft.flush(),
});
let attributed;

/** Other edits have another answer: what was found for these, once they are kept. */
function attributeEdits({ hash, applied, state }) {
  const now = applied > 0 && state === 'saved' ? hash : null;
  if (attributed === now) return;
  attributed = now;
  if (now) attribution.restore();
  else attribution.clear();
}

async function goTo(id) {
  places.showView('map');
  const item = await places.open(id);
  if (item) places.goTo(item);
}

function showEdit({ area, settlementIds }) {
  places.showView('map');
  if (area.length) places.map.fitBounds(area.map(([lon, lat]) => [lat, lon]), { animate: false });
  else goTo(settlementIds[0]);
}

$('use').addEventListener('toggle', () => import('./plan-use.js').then(({ showUse }) => showUse($('use'), plan)), { once: true });
$('without-assumed')?.querySelector('button').addEventListener('click', () =>
  import('./plan-assumed.js').then(({ planWithout }) => planWithout($('without-assumed'), plan)));

$('edit').addEventListener('submit', (event) => {
  event.preventDefault();
  const [action, technologyId = ''] = $('edit-action').value.split(' '), target = panel.target();
  if (target) draft.add({ action, technologyId, ...target });
  else $('edit-note').textContent = text('ui.explore.area-empty');
});
$('best')?.addEventListener('click', async ({ target }) => {
  if (!target.dataset.settlement) return;
  await goTo(target.dataset.settlement);
  $('place').focus();
});
offerSteps(draft);
offerName(plan);
new ExactPlan(plan, draft, (id) => (page.computed = id));

places.start();
page.table = places.table;
await places.show(plan);
Object.assign(page, { points: places.points, tip: places.tip });
const shade = (page.shade = new Shade(places));
await shade.show();
marks.kinds = places.points?.data.kind.slice();
const years = !$('timeline') || !places.points ? null : await import('./explore-years.js').then(({ offerYears }) => offerYears(plan, {
  places,
  shade,
  draw: (kinds) => {
    marks.kinds = kinds;
    marks.show(draft);
  },
})).catch((error) => sayFailed('points', error));
page.timeline = years?.timeline;
offerFrontier(plan, {
  onStep: ({ id, kinds }) => {
    places.setKinds(kinds, id);
    if (id === plan) marks.show(draft);
    page.stepped = id;
    view.set({ f: id === plan ? null : id });
    years?.leave(id);
    shade.show();
    $('frontier-open').hidden = id === plan;
    $('frontier-open').href = `/plans/${id}/explore`;
  },
}).then((slider) => {
  page.slider = slider;
  const k = slider?.steps.findIndex(({ id }) => id === view.get('f')) ?? -1;
  if (k >= 0) slider.go(k);
}).catch((error) => sayFailed('points', error));
offerShares(plan);
await draft.restore(view.get('e'));
if (view.get('s')) await places.open(view.get('s'));
await comments.load();
page.ready = plan;
