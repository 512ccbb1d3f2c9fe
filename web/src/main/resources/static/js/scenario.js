// Scenario and live run on one page. A run belongs to the server: this page only watches it.
import { getJson, postJson } from './api.js';
import { AttributionPane } from './attribution.js';
import { brief, gap, gapPercent, plain, usd, usdInWords } from './figures.js';
import { atStandard, isOfDistricts, isWeighted, measureOf, reachedWords } from './run-values.js';
import { RunChart, clock } from './run-chart.js';
import { follow } from './run-events.js';
import { onRun } from './scenario-form.js';
import { bboxOf } from './scenario-together.js';
import { nameOf, scenario } from './scenario-words.js';
import { has, more, text } from './words.js';

await Promise.all(['field', 'run', 'runs', 'scenario'].map(more));

const $ = (id) => document.getElementById(id);
const HEARD_EVERY_MS = 5000;
const page = (window.kiungo = { events: 0 });
let stopFollowing, chart, map, run, hearing, lastPhase;

/** A value of the objective in words and units of its goal, or in figures. */
const inWords = (value) => ({ usd: usdInWords, public: usdInWords, floor: share, equitable: share, years: inYears }[measureOf(run.scenario)] ?? inWeights)(value);
const inBrief = (value) => ({ usd, public: usd, floor: share, equitable: share, years: inYears }[measureOf(run.scenario)] ?? inWeights)(value);
const inPeople = (value) => text('ui.run.people', brief(value));
const inYears = (value) => text('ui.run.person-years', brief(value));
const inWeights = (value) => text('ui.run.by-weights', brief(value));
const share = (ratio) => text('ui.number.percent', plain(ratio * 100, 1));

/** People, each counted once, where the goal is about people and they are known. */
const peopleOf = ({ people: each }) => (['people', 'years'].includes(measureOf(run.scenario)) ? each ?? null : null);
const isCountedOtherwise = (step) => isWeighted({ ...step, measure: measureOf(run.scenario) });

/** What the best plan so far comes to. */
const reached = (step, ofPeople, ofValue) => {
  const each = peopleOf(step);
  if (each !== null) return ofPeople(each);
  return step.value === null ? '–' : ofValue(step.value);
};

function fail(error) {
  $('live').hidden = false;
  $('failed').hidden = false;
  $('failed').textContent = error.message;
}

async function start(wanted) {
  $('start').disabled = true;
  try {
    const started = await postJson('/runs', wanted, { 'Idempotency-Key': crypto.randomUUID() });
    watch(started);
  } catch (error) {
    fail(error);
  } finally {
    $('start').disabled = false;
  }
}

function watch(started) {
  stopFollowing?.();
  run = page.run = started;
  const address = new URL(location.href);
  address.searchParams.set('run', started.id);
  history.replaceState(null, '', address);
  const kind = measureOf(run.scenario);
  chart = page.chart = new RunChart(isOfDistricts(kind) ? share : brief);
  $('bound-title').textContent = text(['usd', 'public'].includes(kind) ? 'ui.run.bound.least' : 'ui.run.bound');
  $('chart-title').textContent = text(`ui.run.chart.${kind}`);
  $('run-name').textContent = nameOf(run.scenario);
  $('seed-note').textContent = text('ui.run.seed', run.scenario.seed);
  map?.remove();
  map = page.map = null;
  const begun = run;
  import('./run-map.js').then(({ RunMap }) => {
    if (run?.id === begun.id) map = page.map = new RunMap(begun, bboxOf(begun.scenario.countries));
    if (run?.planId) map?.end(run.planId);
  }).catch(fail);
  lastPhase = '';
  for (const id of ['idle', 'over', 'failed', 'attribution']) $(id).hidden = true;
  $('live').hidden = $('running').hidden = $('state').hidden = false;
  $('stop').disabled = false;
  $('log').replaceChildren();
  say(text('ui.run.started'));
  showState(started.state);
  stopFollowing = follow(started.id, { onProgress: progress, onEnd: end });
  $('run').scrollIntoView({ block: 'nearest' });
}

function showState(state, phase) {
  const done = ['FINISHED', 'STOPPED'].includes(state);
  $('state').className = `badge ${done ? 'ok' : state === 'FAILED' ? 'bad' : 'info'}`;
  $('state').textContent = phase && has(`ui.phase.${phase}`) ? text(`ui.phase.${phase}`) : text(`ui.state.${state}`);
}

function progress(step) {
  page.events++;
  page.last = step;
  showNumbers(step);
  showState('RUNNING', step.phase);
  chart.add(step);
  map?.heard(step);
  if (step.phase && step.phase !== lastPhase) {
    lastPhase = step.phase;
    log(step.elapsedSeconds, has(`ui.phase.${step.phase}.log`) ? text(`ui.phase.${step.phase}.log`) : step.phase);
  }
  if (step.value !== null || peopleOf(step) !== null) say(text('ui.run.twin', reached(step, atStandard, inWords), gap(step.gapRatio)));
}

/** A sentence that is always as new as the figures above it; who listens hears what it has come to every few seconds. */
function say(sentence) {
  $('twin').textContent = sentence;
  hearing ??= setTimeout(() => {
    hearing = null;
    $('heard').textContent = $('twin').textContent;
  }, HEARD_EVERY_MS);
}

function showNumbers(step) {
  const limit = run.scenario?.seconds;
  const otherwise = isCountedOtherwise(step), isYears = measureOf(run.scenario) === 'years';
  $('value').textContent = reached(step, inPeople, inBrief);
  $('weights-note').hidden = !otherwise;
  if (otherwise) $('weights-note').textContent = text(isYears ? 'ui.run.years' : 'ui.run.weights', brief(step.people), brief(step.value));
  if (otherwise && !isYears) $('chart-title').textContent = text('ui.run.chart.weights');
  const plainly = peopleOf(step) !== null && !otherwise && !isYears;
  $('bound').textContent = step.bound === null ? '–' : plainly ? inPeople(step.bound) : inBrief(step.bound);
  $('gap').textContent = step.gapRatio === null ? '–' : gapPercent(step.gapRatio);
  $('gap').dataset.ratio = step.gapRatio ?? '';
  $('time').textContent = limit > 0 ? text('ui.run.time-of', clock(step.elapsedSeconds), clock(limit)) : clock(step.elapsedSeconds);
  $('done').value = step.doneRatio ?? 0;
}

function log(seconds, sentence) {
  const line = document.createElement('li'), time = document.createElement('span');
  time.className = 'num';
  time.textContent = clock(seconds);
  line.append(time, sentence);
  $('log').prepend(line);
}

function end(over) {
  run = page.run = over;
  showNumbers(over);
  showState(over.state);
  $('running').hidden = true;
  $('over').hidden = over.planId === null;
  $('done').value = 1;
  map?.end(over.planId);
  if (over.planId) {
    const country = over.scenario.countries[0];
    $('open').href = over.scenario.phases?.length ? `/plans/${over.planId}/programme` : `/countries/${country}?plan=${over.planId}`;
    const ended = text(over.state === 'STOPPED' ? 'ui.run.stopped' : 'ui.run.finished', reached(over, atStandard, inWords), gap(over.gapRatio));
    say(ended);
    Promise.all([getJson(`/plans/${over.planId}`), import('./plan-gain.js')]).then(async ([plan, { besideHeadline }]) => {
      const beside = await besideHeadline(plan);
      if (page.run === over) say(`${ended} ${beside}`);
    }).catch(fail);
    $('pair').hidden = !over.withoutPlanId;
    $('pair').href = `/compare?country=${country}&a=${over.withoutPlanId}&b=${over.planId}`;
    log(over.elapsedSeconds, text(`ui.state.${over.state}`));
    explain();
  }
  if (over.state === 'FAILED') fail(new Error(over.error?.detail ?? text('ui.state.FAILED')));
  showRecent();
}

const began = new URLSearchParams(location.search).get('plan');
const attribution = new AttributionPane($('attribution'), { path: () => `/plans/${run.planId}/attribution?over=${began}` });

/** What the plan differs in from the one that the form began from. */
function explain() {
  $('attribution').hidden = !began || run.planId === began;
  if (!$('attribution').hidden) attribution.restore();
}

$('stop').addEventListener('click', async () => {
  $('stop').disabled = true;
  try {
    await postJson(`/runs/${run.id}/stop`, {});
  } catch (error) {
    fail(error);
  }
});

$('longer').addEventListener('click', () => {
  const wanted = scenario();
  for (const field of ['steps', 'seconds']) {
    wanted[field] = run.scenario[field] * 2;
    $(field).value = wanted[field];
  }
  start(wanted);
});

async function showRecent() {
  const runs = await getJson('/runs').catch(() => []);
  $('recent').hidden = runs.length === 0;
  $('recent').querySelector('ul').replaceChildren(...runs.slice(0, 5).map((each) => {
    const line = document.createElement('li'), link = document.createElement('a'), state = document.createElement('small');
    link.href = `/scenario?country=${each.scenario.countries[0]}&run=${each.id}${each.planId ? `&plan=${each.planId}` : ''}`;
    link.textContent = nameOf(each.scenario);
    const found = reachedWords({ ...each, measure: measureOf(each.scenario) });
    state.textContent = text('ui.run.recent-line', text(`ui.state.${each.state}`), found || '–', gap(each.gapRatio));
    line.append(link, ' ', state);
    return line;
  }));
}

onRun(start);
addEventListener('kiungo:run', ({ detail }) => watch(detail));
showRecent();
const known = new URLSearchParams(location.search).get('run');
if (known) {
  getJson(`/runs/${encodeURIComponent(known)}`).then(watch).catch(fail);
}
