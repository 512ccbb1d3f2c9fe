// What an import would change against the version that is current, and what an undo would undo.
import { getJson } from './api.js';
import { cells } from './data-columns.js';
import { people, whole } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const sum = (value, rows) => (value > 0 ? people(value) : text('ui.data.judge-rows', whole(rows)));

/** Plans of a dataset's version; null where the country's data cannot be asked. */
async function plansOf(country, datasetId, version) {
  const data = await getJson(`/workspaces/${country}`).catch(() => null);
  return data && (data.sources.find((each) => each.datasetId === datasetId)?.plans ?? []).filter((plan) => plan.version === version).length;
}

const stay = (plans, version) => (plans === null ? '–' : text(plans ? 'ui.data.judge-plans' : 'ui.data.judge-no-plans', whole(plans), version));

/** A row of what would change; before the first version everything is new. */
export async function showChange(change, country) {
  $('change').hidden = !change;
  $('judge-store').textContent = text('ui.data.judge-store', change?.next ?? 1);
  if (!change) return;
  $('change-title').textContent = change.version ? text('ui.data.judge-change', change.version) : text('ui.data.judge-first');
  const plans = change.version ? stay(await plansOf(country, change.datasetId, change.version), change.version) : '–';
  $('change-rows').replaceChildren(cells([
    `+${whole(change.added)}`, `~ ${whole(change.changed)}`, `− ${whole(change.removed)}`,
    `${change.version ? sum(change.peopleNow, change.rowsNow) : '–'} → ${sum(change.peopleThen, change.rowsThen)}`, plans,
  ], 'td'));
}

/** What an undo of a dataset's current version does, in a sentence. */
export async function undoSentence(dataset) {
  const versions = await getJson(`/datasets/${dataset.id}/versions`);
  const find = (wanted) => versions.find(({ version }) => version === wanted);
  const said = ({ provenance, features }) => sum(provenance.people, features);
  const now = find(dataset.currentVersion), then = find(dataset.currentVersion - 1);
  const plans = stay(await plansOf(dataset.country, dataset.id, now.version), now.version);
  return then
    ? text('ui.data.undo-to-version', now.version, said(now), then.version, said(then), plans)
    : text('ui.data.undo-to-none', now.version, said(now), plans);
}
