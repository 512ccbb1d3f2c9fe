// What a scenario means, in a sentence; its name; its size and how long it takes.
import { duration, people, plain, usdInWords, whole } from './figures.js';
import { country, readScenario } from './scenario-fields.js';
import { sayPhases } from './scenario-phases.js';
import { countryName, peopleWithout } from './scenario-together.js';
import { text } from './words.js';

const LONG_SECONDS = 300; // from here on the sentence says that a run may be stopped
const $ = (id) => document.getElementById(id);

/** The scenario as the form has it, named as its user says; without a name every reader is told in their language what it strives for. */
export function scenario() {
  return { ...readScenario(), name: $('plan-name').value.trim() };
}

/** What a scenario is called: as its user said, else after countries and aim. */
export const nameOf = (wanted) => wanted.name || text('ui.scenario.name', countryName(wanted.countries), aim(wanted));

/** The money or the target, in words. */
function aim({ budgetUsd, publicBudgetUsd, targetRatio, phases = [] }) {
  if (Number.isFinite(targetRatio)) return text('ui.number.percent', plain(targetRatio * 100, 1));
  if (Number.isFinite(publicBudgetUsd)) return text('ui.scenario.of-public-money', usdInWords(publicBudgetUsd));
  if (phases.length) return text('ui.scenario.in-phases', usdInWords(phases.reduce((sum, each) => sum + each.budgetUsd, 0)), phases.length);
  return budgetUsd === null ? text('ui.scenario.no-cap') : Number.isNaN(budgetUsd) ? '…' : usdInWords(budgetUsd);
}

function means(wanted) {
  const { standard, money, phases } = wanted;
  const typed = [wanted.budgetUsd, wanted.publicBudgetUsd, wanted.targetRatio, standard.downlinkMbps, money.firstYear, money.lastYear, ...phases.map((each) => each.budgetUsd)];
  if (typed.some(Number.isNaN)) return text('ui.scenario.means-unread');
  const mostPeople = wanted.goal === 'MOST_PEOPLE_UNDER_BUDGET';
  const key = Number.isFinite(wanted.publicBudgetUsd) ? 'ui.scenario.means.public'
    : !mostPeople ? `ui.scenario.means.${wanted.goal}` : phases.length ? `ui.scenario.means.phases.${wanted.personYears}` : 'ui.scenario.means';
  const asked = text(key, countryName(), plain(standard.downlinkMbps, 1), aim(wanted), money.firstYear, money.lastYear);
  const today = [...leverWords(wanted.levers), ...todayWords(wanted.today)];
  if (!phases.length) return [asked, ...today].join(' ');
  const parts = phases.map((each) => text('ui.scenario.means.phase', usdInWords(each.budgetUsd), each.firstYear, each.lastYear));
  return [asked, text('ui.scenario.means.by-phase', parts.join(', ')), ...today].join(' ');
}

/** Which levers are pulled, as the form calls them. */
function leverWords(levers) {
  const names = levers.map(({ id }) => document.querySelector(`[data-lever="${CSS.escape(id)}"] b`)?.textContent ?? id);
  return names.length ? [text('ui.scenario.means.levers', names.join(', '))] : [];
}

/** What is taken of today otherwise than as it is told. */
function todayWords({ coverage, fourGCountsAs, assumedNodes, unsureCoverage }) {
  return [
    coverage === 'NOT_KNOWN' || fourGCountsAs === 'NOTHING' ? 'today-none' : fourGCountsAs === 'BASIC' ? 'today-basic' : '',
    assumedNodes === 'LEFT_OUT' ? 'nodes-left-out' : '',
    unsureCoverage === 'COVERED' ? 'unsure-covered' : '',
  ].filter(Boolean).map((key) => text(`ui.scenario.${key}`));
}

/** Writes all words that follow from the fields. */
export function say() {
  sayPhases();
  const wanted = scenario(), { population, year } = country.selectedOptions[0].dataset, without = peopleWithout();
  $('plan-name').placeholder = nameOf({ ...wanted, name: '' });
  $('means-text').textContent = means(wanted);
  $('heading').textContent = text('ui.scenario.heading', countryName());
  $('back').href = `/countries/${country.value}`;
  $('country-hint').textContent = text('ui.field.country.people', people(Number(population)), year);
  $('country-source').href = `/countries/${country.value}#facts`;
  $('country-data').href = `/data/${country.value}`;
  $('json-text').textContent = JSON.stringify(wanted, null, 2);
  $('budgetUsd-hint').dataset.hint = wanted.budgetUsd > 0 && without > 0
    ? text('ui.field.budgetUsd.per-person', plain(wanted.budgetUsd / without, 2))
    : text('ui.field.budgetUsd.hint');
}

/** How large the question is and how long the answer takes, as the server judges it. */
export function sizeWords({ places, nodes, seconds }) {
  const size = [whole(places), whole(nodes)];
  if (seconds === null || seconds === undefined) return text('ui.scenario.size', ...size);
  return text(seconds < LONG_SECONDS ? 'ui.scenario.size-time' : 'ui.scenario.size-long', ...size, duration(seconds));
}
