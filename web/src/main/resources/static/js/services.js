// E-services: asks for a placement, follows it, draws sites and catchments, and says why.
import { getJson, postJson } from './api.js';
import { brief, gapPercent, plain, usd } from './figures.js';
import { createMap, Outlines, padding, sayFailed } from './map.js';
import { more, text } from './words.js';
import { CLASSES, ServicesLayer, symbol } from './services-layer.js';

await more('services');
const byId = (id) => document.getElementById(id);
const form = byId('ask'), result = byId('result'), progress = byId('progress'), refused = byId('refused');
const lang = document.documentElement.lang;
const map = createMap(byId('map'), { bounds: [[-35, -18], [37.5, 52]], padding: padding() });
const outlines = new Outlines(map, '');
const layer = new ServicesLayer(map, choose);
const page = (window.kiungo = { map, ready: false, drawn: layer.drawn });
const kindNames = new Map([...form.querySelectorAll('[name=kind]')].map((box) => [box.value, box.closest('label').textContent.trim()]));
let features = [], current = null, over = null;

for (const name of CLASSES) {
  const words = document.createElement('span');
  words.textContent = text(`ui.services.latency.${name}`);
  byId('legend').append(symbol(name), words);
}
outlines.load().catch((error) => sayFailed('outlines', error)).finally(() => (page.ready = true));

byId('country').addEventListener('change', (event) => {
  const query = new URLSearchParams(location.search);
  if (event.target.value === 'all') query.delete('country');
  else query.set('country', event.target.value);
  query.delete('placement');
  location.search = query;
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  refused.hidden = true;
  const data = new FormData(form), budget = data.get('budget');
  const body = { services: data.getAll('kind'), sovereignty: data.get('law') };
  if (budget !== '') body.budgetUsd = Number(budget);
  if (data.get('plan')) body.planId = data.get('plan');
  else body.countries = [data.get('country')];
  try {
    follow((await postJson('/placements', body)).id);
  } catch (error) {
    fail(error.message);
  }
});
byId('stop').addEventListener('click', () => current && postJson(`/placements/${current}/stop`, {}));
byId('service').addEventListener('change', show);

function fail(sentence) {
  refused.textContent = sentence;
  refused.hidden = false;
  progress.textContent = '';
  byId('stop').hidden = true;
}

function follow(id) {
  over?.();
  current = id;
  page.done = false;
  byId('stop').hidden = false;
  const source = new EventSource(`/api/v1/placements/${id}/events`);
  over = () => source.close();
  source.addEventListener('progress', (event) => {
    const now = JSON.parse(event.data);
    progress.textContent = text('ui.services.progress', plain(now.doneRatio * 100, 0));
  });
  source.addEventListener('finished', () => {
    source.close();
    load(id);
  });
}

async function load(id) {
  byId('stop').hidden = true;
  progress.textContent = '';
  try {
    const placement = await getJson(`/placements/${id}`);
    if (!placement.files.length) {
      fail(placement.error?.detail ?? placement.state);
      return;
    }
    const [plan, all] = await Promise.all([
      getJson(`/placements/${id}/files/service-plan.json`),
      getJson(`/placements/${id}/files/services.geojson`),
    ]);
    const query = new URLSearchParams(location.search);
    query.set('placement', id);
    history.replaceState(null, '', `?${query}`);
    current = id;
    features = all.features;
    fill(plan);
  } catch (error) {
    fail(error.message);
  }
}

function fill(plan) {
  const t = plan.totals;
  byId('sentence').textContent = text('ui.services.sentence', plan.sites.length, t.usersServed, t.usersServed + t.usersUnserved,
    plain(t.meanRoundTripMs, 1), usd(t.lifetimeCostUsd), gapPercent(plan.certificate.gapRatio));
  byId('conflicts').replaceChildren(...plan.conflicts.map((c) => line('li', text('ui.services.conflict', c.users, c.country,
    kindNames.get(c.serviceId), c.rules.map((rule) => text(`ui.services.rule.${rule}`)).join(', ') || text('ui.services.rule.SEVERAL')))));
  const kinds = [...new Set(features.filter(isUser).map((f) => f.properties.serviceId))].sort();
  byId('service').replaceChildren(...kinds.map((kind) => new Option(kindNames.get(kind) ?? kind, kind)));
  byId('geojson').href = `/api/v1/placements/${current}/files/services.geojson`;
  result.hidden = false;
  byId('why').hidden = true;
  show();
  layer.fit(padding());
  page.done = true;
}

const isUser = (feature) => feature.properties.role === 'user';
const line = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });

function show() {
  const kind = byId('service').value;
  const users = features.filter((f) => isUser(f) && f.properties.serviceId === kind);
  const sites = features.filter((f) => !isUser(f) && f.properties.serviceIds.split(';').includes(kind));
  page.drawn = layer.draw(sites, users);
  byId('sites').tBodies[0].replaceChildren(...sites.map(({ properties: p }) => {
    const row = document.createElement('tr');
    const head = line('th', `${p.name} (${p.country})`);
    head.scope = 'row';
    row.append(head, line('td', p.serviceIds.split(';').map((id) => kindNames.get(id) ?? id).join(', ')),
      number(brief(p.people)), number(p.existing && !p.lifetimeCostUsd ? text('ui.services.stands') : usd(p.lifetimeCostUsd)));
    return row;
  }));
  byId('users').tBodies[0].replaceChildren(...users.map((feature) => {
    const p = feature.properties, row = document.createElement('tr'), head = document.createElement('th');
    const button = line('button', `${p.name || p.id} (${p.country})`);
    button.type = 'button';
    button.className = 'btn plain';
    button.addEventListener('click', () => choose(feature));
    head.scope = 'row';
    head.append(button);
    row.dataset.user = p.id;
    const label = document.createElement('td');
    label.append(symbol(p.latencyClass), ` ${text(`ui.services.latency.${p.latencyClass}`)}`);
    row.append(head, line('td', p.siteNames.split(';').join(', ')), number(p.roundTripMs === null ? '–' : plain(p.roundTripMs, 1)), label);
    return row;
  }));
}

function number(words) {
  const cell = line('td', words);
  cell.className = 'n num';
  return cell;
}

async function choose(feature) {
  layer.choose(feature);
  const id = encodeURIComponent(feature.properties.id);
  try {
    const answers = await getJson(`/placements/${current}/explanations?user=${id}`);
    byId('reasons').replaceChildren(...answers.map((each) => line('p', each.sentence)));
  } catch (error) {
    byId('reasons').replaceChildren(line('p', error.message));
  }
  byId('why').hidden = false;
  page.why = true;
}

const wanted = new URLSearchParams(location.search).get('placement');
if (wanted) load(wanted);
