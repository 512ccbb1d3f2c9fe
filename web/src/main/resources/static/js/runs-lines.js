// A job as a line of the queue: its place, what it is, how far it is, what can be done.
import { element } from './elements.js';
import { duration, percent, whole } from './figures.js';
import { reachedParts } from './run-values.js';
import { verdictMark } from './verdicts.js';
import { has, text } from './words.js';

const { lang } = document.documentElement;
const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);
const names = new Map([...document.getElementById('country-names').content.children].map((each) => [each.dataset.iso3, each.textContent]));

export const isOver = ({ state }) => ['FINISHED', 'STOPPED', 'FAILED'].includes(state);

/** A time of today as hours and minutes, one of before with its day. */
export function when(ms) {
  if (!ms) return '';
  const at = new Date(ms), today = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(`${lang}-u-nu-latn`, { ...(today ? {} : { day: 'numeric', month: 'short' }), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

const isUnstored = ({ phase }) => phase === 'unstored';

function place({ state, before, asked, progress }) {
  const sign = isUnstored(progress) ? '–' : { RUNNING: '●', FINISHED: '✓', STOPPED: '■', FAILED: '!' }[state] ?? String(before);
  const about = state === 'RUNNING' ? text('ui.runs.now') : state === 'QUEUED' ? text(before ? 'ui.runs.before-it' : 'ui.runs.next') : when(asked.endedMs || asked.askedMs);
  const made = element('div', { className: 'pos' }, sign);
  made.append(element('small', {}, about));
  return made;
}

function about({ kind, countries, asked }) {
  const where = countries.length > 3 ? text('ui.runs.countries', whole(countries.length)) : countries.map((each) => names.get(each) ?? each).join(', ');
  const by = asked.by ? text('ui.runs.asked-by', asked.by, when(asked.askedMs)) : asked.askedMs ? text('ui.runs.asked', when(asked.askedMs)) : '';
  return [text(`ui.runs.kind.${kind}`), where, by].filter(Boolean).join(' · ');
}

/** How a job stands, in sentences. */
export function standing({ state, before, progress, error }) {
  if (error) return [error];
  if (state === 'QUEUED') return [before ? text('ui.runs.waits', whole(before)) : text('ui.runs.waits-next')];
  const parts = [];
  if (state === 'RUNNING' && known(progress.doneRatio)) parts.push(percent(progress.doneRatio));
  if (progress.rows) parts.push(text('ui.runs.rows', whole(progress.rows)));
  parts.push(...reachedParts(progress.reached));
  if (state === 'STOPPED') return parts.length ? [text('ui.state.STOPPED'), parts.join(' · ')] : [text('ui.runs.ended.STOPPED')];
  const said = parts.join(' · ') || text(`ui.state.${state}`);
  if (state !== 'RUNNING') return [said, isUnstored(progress) && text('ui.phase.unstored')].filter(Boolean);
  const phase = has(`ui.phase.${progress.phase}`) && text(`ui.phase.${progress.phase}`);
  const since = known(progress.elapsedSeconds) && text('ui.runs.since', duration(progress.elapsedSeconds));
  return [said, [phase, since].filter(Boolean).join(' · ')].filter(Boolean);
}

/** The verdict on the plan of a job, and what is of a refused one: no figures. */
export function verdictOf({ verdict }) {
  const made = element('span');
  made.append(text('ui.runs.verdict'), ' ', verdictMark(verdict));
  return made;
}

function state(line) {
  const made = element('div', { className: 'st' });
  if (line.state === 'RUNNING') {
    const bar = element('progress', { max: 1 });
    if (known(line.progress.doneRatio)) bar.value = line.progress.doneRatio;
    bar.setAttribute('aria-label', line.name);
    made.append(bar);
  }
  made.append(...standing(line).map((each) => element('span', { className: line.error ? 'bad' : '' }, each)));
  if (line.verdict) made.append(verdictOf(line));
  return made;
}

function actions(line, { onStop, onAgain }) {
  const made = element('div', { className: 'acts' }), { ways } = line;
  const button = (words, act) => {
    const one = element('button', { type: 'button', className: 'btn' }, words);
    one.setAttribute('aria-label', text('ui.said-of', words, line.name));
    one.disabled = 'reads' in document.body.dataset;
    one.addEventListener('click', async () => {
      one.disabled = true;
      await act(line);
      one.disabled = false;
    });
    return one;
  };
  const link = (words, href) => {
    const one = element('a', { className: 'btn', href }, words);
    one.setAttribute('aria-label', text('ui.said-of', words, line.name));
    return one;
  };
  if (ways.stop) made.append(button(text(line.state === 'QUEUED' ? 'ui.runs.cancel' : ['run', 'pair', 'exact', 'placement'].includes(line.kind) ? 'ui.runs.stop-keep' : 'ui.runs.stop'), onStop));
  if (isOver(line) && ways.open) made.append(link(text('ui.runs.open-it'), ways.open));
  if (ways.compare) made.append(link(text('ui.runs.compare'), ways.compare));
  if (isOver(line) && !ways.open && ways.watch) made.append(link(text('ui.runs.change'), ways.watch));
  if (ways.again) made.append(button(text('ui.runs.again'), onAgain));
  return made;
}

/** The line as it stands now. */
export function lineOf(line, chosen, does) {
  const made = element('li', { className: line.id === chosen ? 'job now' : 'job' });
  made.dataset.id = line.id;
  made.dataset.state = line.state;
  const what = element('div'), title = element('h3'), name = element('button', { type: 'button', className: 'linkish' }, line.name);
  name.addEventListener('click', () => does.onChoose(line.id));
  title.append(name);
  what.append(title, element('p', {}, about(line)));
  made.append(place(line), what, state(line), actions(line, does));
  return made;
}
