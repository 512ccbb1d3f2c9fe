// E-services: asks for a placement, follows it, draws sites and catchments, and says why.
import { getJson, postJson } from './api.js';
import { drawGround } from './country-map.js';
import { countryLabels } from './country-labels.js';
import { typedNumber } from './elements.js';
import { exportMenu } from './export-menu.js';
import { gapPercent, plain, usd, whole } from './figures.js';
import { placeInQueue } from './job-place.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, sayFailed } from './map.js';
import { siteRow, userRow } from './services-tables.js';
import { CLASSES, SITE, ServicesLayer, symbol } from './services-layer.js';
import { verdictMark } from './verdicts.js';
import { joined, more, text } from './words.js';

await more('services');
const byId = (id) => document.getElementById(id);
const form = byId('ask'), country = byId('country');
const PLACE_MS = 2000;
const AFRICA = '-18,-35,52,37.5';
const [west, south, east, north] = (country.selectedOptions[0].dataset.bbox ?? AFRICA).split(',').map(Number);
const ROOM = { paddingTopLeft: [24, 28], paddingBottomRight: [24, 70] };
const map = createMap(byId('map'), { bounds: [[south, west], [north, east]], padding: ROOM });
const ground = drawGround(map, country.value === 'all' ? null : country.value);
const layer = new ServicesLayer(map, choose);
const labels = new LabelsLayer([]).addTo(map);
const page = (window.kiungo = { map, ready: false, drawn: layer.drawn });
const kindNames = new Map([...form.querySelectorAll('[name=kind]')].map((box) => [box.value, box.closest('label').textContent.trim()]));
const countryNames = new Map([...country.options].filter((each) => each.dataset.bbox).map((each) => [each.value, each.textContent]));
let features = [], areas = [], current = null, over = null;

for (const name of [SITE, ...CLASSES]) {
  byId('legend').append(symbol(name), line('span', text(`ui.services.latency.${name}`)));
}

async function nameCountries() {
  await ground.ready;
  areas = await countryLabels(new Map([...countryNames].filter(([iso3]) => iso3 !== country.value)));
  labels.setNames(areas);
}

nameCountries().catch((error) => sayFailed('outlines', error)).finally(() => (page.ready = true));

country.addEventListener('change', () => {
  const query = new URLSearchParams(location.search);
  if (country.value === 'all') query.delete('country');
  else query.set('country', country.value);
  query.delete('placement');
  location.search = query;
});

/** The form as the API takes it; a budget that is no number is refused here, in words. */
function asked() {
  const data = new FormData(form), budget = typedNumber(data.get('budget'));
  const body = { services: data.getAll('kind'), sovereignty: data.get('law'), institutions: data.get('institutions') };
  if (budget !== null) body.budgetUsd = budget * 1e6;
  if (Number.isNaN(body.budgetUsd)) throw new Error(text('ui.services.budget-number'));
  if (data.get('plan')) body.planId = data.get('plan');
  else body.countries = [data.get('country')];
  return body;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  byId('refused').hidden = true;
  try {
    follow((await postJson('/placements', asked())).id);
  } catch (error) {
    fail(error.message);
  }
});
byId('stop').addEventListener('click', () => current && postJson(`/placements/${current}/stop`, {}).catch((error) => fail(error.message)));
byId('service').addEventListener('change', show);

function fail(sentence) {
  byId('refused').textContent = sentence;
  byId('refused').hidden = false;
  work(null);
}

/** Shows how much is done; null when nothing is under way. */
function work(doneRatio) {
  byId('working').hidden = byId('stop').hidden = byId('placing').hidden = doneRatio === null;
  byId('nothing').hidden = doneRatio !== null || !byId('result').hidden;
  if (doneRatio === null) return;
  byId('done').value = doneRatio;
  byId('progress').textContent = text('ui.services.progress', plain(doneRatio * 100, 0));
}

function follow(id) {
  over?.();
  current = id;
  page.done = false;
  work(0);
  const source = new EventSource(`/api/v1/placements/${id}/events`);
  let waits = true;
  over = () => {
    waits = false;
    source.close();
  };
  source.addEventListener('progress', (event) => {
    waits = false;
    work(JSON.parse(event.data).doneRatio);
  });
  source.addEventListener('finished', () => {
    over();
    load(id);
  });
  sayPlace(id, () => waits);
}

/** While a placement waits for its turn: behind how many jobs. */
async function sayPlace(id, waits) {
  const place = placeInQueue(await getJson(`/placements/${id}`).catch(() => ({})));
  if (!place || !waits()) return;
  byId('progress').textContent = place;
  setTimeout(() => waits() && sayPlace(id, waits), PLACE_MS);
}

async function load(id) {
  try {
    const placement = await getJson(`/placements/${id}`);
    if (placement.state === 'QUEUED' || placement.state === 'RUNNING') {
      follow(id);
      return;
    }
    if (!placement.files.length) {
      work(null);
      fail(placement.error?.detail ?? placement.state);
      return;
    }
    const [plan, all] = await Promise.all([
      getJson(`/placements/${id}/files/service-plan.json`),
      getJson(`/placements/${id}/files/services.geojson`),
    ]);
    // not sooner: until there is a result, that nothing is asked for would be untrue
    work(null);
    const query = new URLSearchParams(location.search);
    query.set('placement', id);
    history.replaceState(null, '', `?${query}`);
    current = id;
    if (placement.verdict === 'refused') {
      fail(text('ui.services.refused'));
      return;
    }
    features = all.features;
    fill(plan, placement.verdict);
  } catch (error) {
    work(null);
    fail(error.message);
  }
}

function fill(plan, verdict) {
  byId('sentence').textContent = outcome(plan);
  byId('network-verdict').hidden = !verdict;
  if (verdict) byId('network-verdict').replaceChildren(text('ui.services.verdict'), ' ', verdictMark(verdict));
  const useless = (plan.useless ?? []).map((each) => line('li', text(`ui.services.useless.${each.serviceId}`, each.countries.map((iso3) => countryNames.get(iso3) ?? iso3).join(', '))));
  byId('conflicts').replaceChildren(...useless, ...plan.conflicts.map((c) => line('li', text('ui.services.conflict', whole(c.users), countryNames.get(c.country) ?? c.country,
    kindNames.get(c.serviceId), c.rules.map((rule) => text(`ui.services.rule.${rule}`)).join(', ') || text('ui.services.rule.SEVERAL')))));
  const kinds = [...new Set(features.filter(isUser).map((f) => f.properties.serviceId))].sort();
  byId('service').replaceChildren(...kinds.map((kind) => new Option(kindNames.get(kind) ?? kind, kind)));
  byId('exports').replaceChildren(exportMenu(`/placements/${current}`));
  byId('geojson').href = `/api/v1/placements/${current}/files/services.geojson`;
  byId('result').hidden = byId('legend-box').hidden = false;
  byId('nothing').hidden = byId('why').hidden = true;
  show();
  if (country.value === 'all') layer.fit(ROOM);
  page.done = true;
}

/** What came out; nothing that is not known stands in it. */
function outcome({ sites, totals: t, certificate: { gapRatio } }) {
  const needs = whole(t.usersServed + t.usersUnserved);
  if (!t.usersServed) return text('ui.services.sentence-none', needs);
  const placed = text('ui.services.sentence', sites.length, whole(t.usersServed), needs, plain(t.meanRoundTripMs, 1), usd(t.lifetimeCostUsd));
  return [placed, ...bySatellite(t.usersServed), ...byKind(), proof(gapRatio)].join(' ');
}

/** How many of the served are on no network on the ground, which makes their round trips long. */
function bySatellite(served) {
  const over = features.filter(isUser).filter(({ properties: { access, roundTripMs } }) => roundTripMs !== null && /^SATELLITE/.test(access ?? '')).length;
  return over ? [text('ui.services.satellite', whole(over), whole(served))] : [];
}

function proof(gapRatio) {
  if (!Number.isFinite(gapRatio)) return text('ui.services.no-proof');
  return gapRatio <= 1e-9 ? text('ui.services.best') : text('ui.services.proof', gapPercent(gapRatio));
}

/** The mean round trip of each kind where there are several: the tables show one kind at a time. */
function byKind() {
  const sums = new Map();
  for (const { properties: { serviceId, people, roundTripMs } } of features.filter(isUser)) {
    if (roundTripMs === null) continue;
    const sum = sums.get(serviceId) ?? { people: 0, weighted: 0 };
    sum.people += people;
    sum.weighted += people * roundTripMs;
    sums.set(serviceId, sum);
  }
  if (sums.size < 2) return [];
  const each = [...sums].sort().filter(([, sum]) => sum.people > 0)
    .map(([kind, sum]) => text('ui.services.by-kind-one', kindNames.get(kind) ?? kind, plain(sum.weighted / sum.people, 1)));
  return [text('ui.services.by-kind', joined(each))];
}

const isUser = (feature) => feature.properties.role === 'user';

function line(tag, words) {
  return Object.assign(document.createElement(tag), { textContent: words });
}

function show() {
  const kind = byId('service').value;
  const users = features.filter((f) => isUser(f) && f.properties.serviceId === kind);
  const sites = features.filter((f) => !isUser(f) && f.properties.serviceIds.split(';').includes(kind));
  page.drawn = layer.draw(sites, users);
  labels.setNames([...areas, ...sites.map(({ properties, geometry: { coordinates: [lon, lat] } }) => ({ name: properties.name, lon, lat, weight: properties.people, aside: 12 }))]);
  const named = { kindNames, countryNames: country.value === 'all' ? countryNames : null };
  byId('sites').tBodies[0].replaceChildren(...sites.map(({ properties }) => siteRow(properties, named)));
  byId('users').tBodies[0].replaceChildren(...users.map((feature) => userRow(feature.properties, named, () => choose(feature))));
}

async function choose(feature) {
  layer.choose(feature);
  document.querySelectorAll('#users tr').forEach((row) => row.classList.toggle('sel', row.dataset.user === feature.properties.id));
  const id = encodeURIComponent(feature.properties.id);
  try {
    const answers = await getJson(`/placements/${current}/explanations?user=${id}`);
    byId('reasons').replaceChildren(...answers.map((each) => line('p', each.sentence)));
  } catch (error) {
    byId('reasons').replaceChildren(line('p', error.message));
  }
  byId('why').hidden = false;
  byId('why').scrollIntoView({ block: 'nearest' });
  page.why = true;
}

const wanted = new URLSearchParams(location.search).get('placement');
if (wanted) load(wanted);
