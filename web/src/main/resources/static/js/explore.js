// One plan, place by place: why it is so, edits with their estimate, the exact plan, comments, links.
import { getJson, postJson } from './api.js';
import { AreaSelect } from './area-select.js';
import { Comments } from './comments.js';
import { pinFigures, pinPlaces } from './comment-pins.js';
import { Draft } from './draft.js';
import { BASIC, FAMILIES } from './families.js';
import { gap, people, usd, whole } from './figures.js';
import { offerFrontier } from './frontier-slider.js';
import { sayFailed } from './map.js';
import { showHead } from './place-card.js';
import { indexOf } from './place-index.js';
import { PlacesMap } from './places-map.js';
import { technologies } from './places-table.js';
import { follow } from './run-events.js';
import { Shade } from './shade.js';
import { offerShares } from './shares.js';
import { showWhy } from './why-here.js';
import { has, more, text } from './words.js';
import * as view from './view-state.js';

await Promise.all([more('explore'), more('run')]);

const L = window.L;
const $ = (id) => document.getElementById(id);
const { plan } = document.body.dataset;
const page = (window.kiungo = { ready: false });
let selected = null, area = null, baseKinds, stopFollowing, run;

const places = new PlacesMap({
  onPlace: showPlace, paused: () => select.busy,
  padded: { paddingTopLeft: [24, 64], paddingBottomRight: [24, 60] },
});
Object.assign(page, { map: places.map, network: places.network, places });
const marks = L.layerGroup().addTo(places.map);
const select = new AreaSelect(places.map, showArea);
const comments = new Comments(plan, { openPlace: goTo, nameOf: (id) => places.nameOf(id), onShown: showPins });
const draft = (page.draft = new Draft(plan, { onChange: showDraft, onConflict: showConflict }));

const pins = L.layerGroup().addTo(places.map);

function showPins(open, names) {
  pinFigures(open);
  pinPlaces(open, names, { plan, pins, points: places.points, openPlace: goTo });
}

// ── one place, or an area ─────────────────────────────────────────────────
function open(heading) {
  $('overview').hidden = true;
  $('place').hidden = false;
  $('edit-note').textContent = '';
  if (heading) $('place-name').textContent = heading;
}

function showPlace(item, focus = false) {
  selected = page.selected = item;
  area = null;
  select.show(null);
  open();
  showHead(item);
  view.set({ s: item.settlementId });
  comments.pin(item);
  page.why = showWhy(plan, item, () => selected === item);
  if (focus) $('place').focus();
}

async function goTo(id) {
  places.showView('map');
  const item = await places.open(id);
  if (item) places.goTo(item);
}

/** Places inside a ring: by even and odd crossings, as the server counts them. */
function inside(ring, lon, lat) {
  let odd = false;
  for (let k = 0, before = ring.length - 1; k < ring.length; before = k++) {
    const [x, y] = ring[k], [px, py] = ring[before];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) odd = !odd;
  }
  return odd;
}

function showArea(ring) {
  const { n, lon, lat, people: count, kind } = places.points.data;
  let places_ = 0, all = 0, served = 0;
  for (let i = 0; i < n; i++) {
    if (count[i] <= 0 || !inside(ring, lon[i], lat[i])) continue;
    places_++;
    all += count[i];
    if (kind[i] > 0 && !(kind[i] & BASIC) && FAMILIES[kind[i]].id !== 'base') served += count[i];
  }
  selected = page.selected = null;
  area = page.area = { ring, count: places_ };
  open(text('ui.explore.area-title', whole(places_)));
  $('place-where').textContent = '';
  $('place-why').textContent = places_
    ? text('ui.explore.area-why', people(Number(all.toPrecision(3))), people(Number(served.toPrecision(3))))
    : text('ui.explore.area-empty');
  $('why').hidden = true;
  view.set({ s: null });
  comments.pin(null);
  $('place').focus();
}

$('place-close').addEventListener('click', () => {
  selected = area = null;
  select.show(null);
  $('place').hidden = true;
  $('overview').hidden = false;
  view.set({ s: null });
  comments.pin(null);
});

// ── edits ─────────────────────────────────────────────────────────────────
$('edit').addEventListener('submit', (event) => {
  event.preventDefault();
  const [action, technologyId = ''] = $('edit-action').value.split(' ');
  if (area?.count) {
    draft.add({ action, technologyId, settlementIds: [], area: area.ring, label: text('ui.explore.area', whole(area.count)) });
  } else if (selected) {
    draft.add({ action, technologyId, settlementIds: [selected.settlementId], area: [], label: selected.name || selected.settlementId });
  } else {
    $('edit-note').textContent = text('ui.explore.area-empty');
  }
});

$('undo').addEventListener('click', () => draft.step(-1));
$('redo').addEventListener('click', () => draft.step(1));
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select');
  if (typing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  draft.step(event.shiftKey ? 1 : -1);
});

function editWords({ action, technologyId, label }) {
  const technology = technologies.get(technologyId)?.name ?? technologyId;
  return text(action === 'FORBID' && technologyId === '*' ? 'ui.explore.edit.FORBID.all' : `ui.explore.edit.${action}`, label, technology);
}

const signed = (value, words) => text(value < 0 ? 'ui.number.minus' : 'ui.number.plus', words(Math.abs(value)));

function changeWords({ costUsd, people: count, peopleBasic, places: where, impossible }) {
  const parts = [
    Math.abs(costUsd) >= .5 && text('ui.explore.delta-usd', signed(costUsd, usd)),
    Math.abs(count) >= .5 && text('ui.explore.delta-people', signed(count, whole)),
    Math.abs(peopleBasic) >= .5 && text('ui.explore.delta-basic', signed(peopleBasic, whole)),
    impossible > 0 && text('ui.explore.impossible', whole(impossible), whole(where)),
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : text('ui.explore.delta-none');
}

function showDraft() {
  const { edits, applied, estimate, state, failed } = draft;
  $('edits-title').textContent = applied ? text('ui.explore.edits-count', whole(applied)) : text('ui.explore.edits');
  $('undo').disabled = applied === 0;
  $('redo').disabled = applied === edits.length;
  const saved = { saving: 'ui.explore.saving', saved: 'ui.explore.saved', here: 'ui.explore.saved-here' }[state];
  $('saved').textContent = state === 'saved' && edits.length === 0 ? text('ui.explore.no-edits') : saved ? text(saved) : text('ui.explore.no-edits');
  $('saved').dataset.state = state;
  view.set({ e: edits.length ? draft.id : null });
  $('edit-list').replaceChildren(...edits.map((edit, k) => line(edit, k, estimate)).reverse());
  $('estimate').hidden = applied === 0;
  $('estimate-text').textContent = failed ? text('ui.explore.failed', failed.message)
    : !estimate ? text('ui.explore.estimating')
    : changeWords(estimate.total) + (estimate.budgetLeftUsd < -.5 ? ` · ${text('ui.explore.over-budget', usd(-estimate.budgetLeftUsd))}` : '');
  showMarks();
  paintEstimate();
}

function line(edit, k, estimate) {
  const line = document.createElement('li'), words = document.createElement('span'), go = document.createElement('button'), small = document.createElement('small');
  line.className = k < draft.applied ? '' : 'undone';
  words.textContent = editWords(edit);
  go.type = 'button';
  go.className = 'btn icon plain';
  go.textContent = '◎';
  go.title = text('ui.explore.go-to');
  go.setAttribute('aria-label', `${text('ui.explore.go-to')}: ${edit.label}`);
  go.addEventListener('click', () => {
    places.showView('map');
    if (edit.area.length) places.map.fitBounds(edit.area.map(([lon, lat]) => [lat, lon]), { animate: false });
    else goTo(edit.settlementIds[0]);
  });
  line.append(words, go, small);
  const change = k < draft.applied && estimate?.edits[k];
  if (change) {
    const tag = document.createElement('span');
    tag.className = 'tag quiet';
    tag.textContent = text('ui.explore.estimate');
    small.append(`${changeWords(change)} `, tag);
  }
  return line;
}

/** Rings and outlines where edits hold. */
async function showMarks() {
  const held = draft.held, asked = (showMarks.asked = Symbol('marks'));
  const { ids } = held.some((each) => each.settlementIds.length) ? await indexOf(plan) : { ids: [] };
  if (showMarks.asked !== asked || !places.points) return;
  const { lat, lon } = places.points.data, at = new Map(ids.map((id, k) => [id, k])), style = { color: '#0B5351', weight: 2, dashArray: '3 3', fill: false, interactive: false };
  marks.clearLayers();
  for (const edit of held) {
    if (edit.area.length) L.polygon(edit.area.map(([x, y]) => [y, x]), style).addTo(marks);
    for (const id of edit.settlementIds) {
      const k = at.get(id);
      if (k !== undefined) L.circleMarker([lat[k], lon[k]], { ...style, radius: 10 }).addTo(marks);
    }
  }
}

/** Draws the places as the estimate has them. */
async function paintEstimate() {
  if (!places.points || !baseKinds || places.plan !== plan) return;
  const services = draft.estimate?.services ?? {}, changed = Object.keys(services);
  const asked = (paintEstimate.asked = Symbol('paint'));
  const { ids } = changed.length ? await indexOf(plan) : { ids: [] };
  if (paintEstimate.asked !== asked || places.plan !== plan) return;
  const kinds = baseKinds.slice(), at = new Map(ids.map((id, k) => [id, k]));
  for (const id of changed) {
    const { technologyId, status } = services[id], family = technologies.get(technologyId)?.family ?? 'none';
    const k = FAMILIES.findIndex((each) => each.id === family);
    kinds[at.get(id)] = status === 'BASIC' ? k | BASIC : k;
  }
  page.estimated = changed.length;
  places.setKinds(kinds);
}

function showConflict(error) {
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.className = 'btn';
  reload.textContent = text('ui.explore.reload');
  reload.addEventListener('click', async () => {
    $('conflict').hidden = true;
    await draft.reload();
  });
  $('conflict').replaceChildren(error.message, ' ', reload);
  $('conflict').hidden = false;
}

// ── the exact plan ────────────────────────────────────────────────────────
$('recompute').addEventListener('click', async () => {
  $('recompute').disabled = true;
  try {
    await draft.flush();
    const scenario = await getJson(`/drafts/${draft.id}/scenario`);
    run = await postJson('/runs', scenario, { 'Idempotency-Key': `${draft.id}-${draft.version}` });
    watch(run.id);
  } catch (error) {
    failExact(error);
  } finally {
    $('recompute').disabled = false;
  }
});

function failExact(error) {
  $('exact').hidden = false;
  $('exact-stop').hidden = true;
  $('exact-text').textContent = text('ui.explore.failed', error.message);
}

function watch(id) {
  stopFollowing?.();
  $('exact').hidden = false;
  $('exact-stop').hidden = false;
  $('exact-open').hidden = $('exact-compare').hidden = true;
  $('exact-text').textContent = text('ui.run.started');
  stopFollowing = follow(id, {
    onProgress: (step) => {
      $('exact-done').value = step.doneRatio ?? 0;
      const phase = has(`ui.phase.${step.phase}`) ? text(`ui.phase.${step.phase}`) : step.phase;
      $('exact-text').textContent = text('ui.explore.computing', phase, gap(step.gapRatio));
    },
    onEnd: finish,
  });
}

async function finish(over) {
  $('exact-stop').hidden = true;
  $('exact-done').value = 1;
  if (!over.planId) {
    failExact(new Error(over.error?.detail ?? text(`ui.state.${over.state}`)));
    return;
  }
  const { totals, certificate } = await getJson(`/plans/${over.planId}`);
  $('exact-text').textContent = text('ui.explore.computed', people(totals.peopleBaseline + totals.peopleServed), usd(totals.lifetimeCostUsd), gap(certificate.gapRatio));
  $('exact-open').href = `/plans/${over.planId}/explore`;
  $('exact-compare').href = `/compare?country=${document.body.dataset.country}&a=${plan}&b=${over.planId}`;
  $('exact-open').hidden = false;
  $('exact-compare').hidden = over.planId === plan;
  page.computed = over.planId;
}

$('exact-stop').addEventListener('click', () => postJson(`/runs/${run.id}/stop`, {}).catch(failExact));

// ── start ─────────────────────────────────────────────────────────────────
places.start();
page.table = places.table;
await places.show(plan);
page.points = places.points;
const shade = (page.shade = new Shade(places));
await shade.show();
page.tip = places.tip;
baseKinds = places.points?.data.kind.slice();
offerFrontier(plan, {
  onStep: ({ id, kinds }) => {
    if (id === plan) paintEstimateOf(kinds);
    else places.setKinds(kinds, id);
    page.stepped = id;
    shade.show();
    $('frontier-open').hidden = id === plan;
    $('frontier-open').href = `/plans/${id}/explore`;
  },
}).then((slider) => (page.slider = slider)).catch((error) => sayFailed('points', error));

function paintEstimateOf(kinds) {
  places.setKinds(kinds, plan);
  paintEstimate();
}

$('best').addEventListener('click', async ({ target }) => {
  if (!target.dataset.settlement) return;
  await goTo(target.dataset.settlement);
  $('place').focus();
});
offerShares(plan);
await draft.restore(view.get('e'));
if (view.get('s')) await places.open(view.get('s'));
await comments.load();
page.ready = plan;
