// Imported datasets: their versions with all evidence, undo and restore.
import { getJson, postJson } from './api.js';
import { settleLink } from './data-raster.js';
import { element } from './elements.js';
import { exportMenu } from './export-menu.js';
import { moment, whole } from './figures.js';
import { undoSentence } from './judge-change.js';
import { text } from './words.js';

const lang = document.documentElement.lang;

/** A link to a report's file in the page's language. */
export function download(importId, kind) {
  return Object.assign(document.createElement('a'), {
    href: `/api/v1/datasets/imports/${importId}/report?form=${kind}&lang=${lang}`,
    textContent: text(`ui.data.report-${kind}`),
    className: 'btn',
    download: '',
  });
}

function button(words, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: text(words) });
  made.addEventListener('click', async () => {
    await action().catch((error) => { document.getElementById('refused').textContent = error.message; });
    showDatasets();
  });
  return made;
}

/** The list of datasets, each with its versions behind a disclosure. */
export async function showDatasets() {
  const found = await getJson('/datasets').catch(() => []);
  document.getElementById('none').hidden = found.length > 0;
  document.getElementById('datasets').replaceChildren(...found.map((dataset) => {
    const line = document.createElement('li'), more = document.createElement('details'), name = document.createElement('summary');
    const layer = text(`ui.layer.${dataset.layer.toUpperCase().replaceAll('-', '_')}`);
    // who gives it no name gets its layer's, which is said once and in words
    const called = dataset.name === dataset.layer ? layer : text('ui.data.dataset-of', dataset.name, layer);
    name.textContent = dataset.currentVersion
      ? text('ui.data.dataset', called, dataset.country, dataset.currentVersion)
      : text('ui.data.dataset-undone', called, dataset.country);
    more.append(name);
    more.addEventListener('toggle', () => more.open && showVersions(dataset, more), { once: true });
    line.className = 'row between';
    line.append(more, dataset.currentVersion ? undoing(dataset) : button('ui.data.restore-last', () => restoreLast(dataset)));
    return line;
  }));
}

function undoing(dataset) {
  const undo = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: text('ui.data.undo') });
  undo.addEventListener('click', () => askUndo(dataset, undo));
  return undo;
}

/** The way back from an undo after which nothing of the dataset counts. */
async function restoreLast(dataset) {
  const versions = await getJson(`/datasets/${dataset.id}/versions`);
  await postJson(`/datasets/${dataset.id}/restore?version=${Math.max(...versions.map(({ version }) => version))}`, {});
}

/** Says what an undo would undo, and does it when that is meant. */
async function askUndo(dataset, from) {
  const box = document.getElementById('undo'), about = document.getElementById('undo-about');
  const close = () => {
    box.hidden = true;
    from.focus();
  };
  about.textContent = await undoSentence(dataset).catch((error) => error.message);
  box.hidden = false;
  about.focus();
  document.getElementById('undo-no').onclick = close;
  document.getElementById('undo-yes').onclick = async () => {
    await postJson(`/datasets/${dataset.id}/undo?version=${dataset.currentVersion}`, {}).catch((error) => { document.getElementById('refused').textContent = error.message; });
    box.hidden = true;
    showDatasets();
  };
}

async function showVersions(dataset, into) {
  for (const { version, features, committedAt, provenance, steps } of await getJson(`/datasets/${dataset.id}/versions`)) {
    const box = document.createElement('div'), list = document.createElement('dl');
    const facts = { version, rows: whole(features), source: provenance.source, licence: provenance.licence, date: provenance.dated, uploader: provenance.uploader, file: provenance.fileName, sha256: provenance.sha256, crs: provenance.crs, transformation: steps.join(' '), note: provenance.judgement.note, committed: moment(committedAt) };
    for (const [fact, value] of Object.entries(facts)) {
      const told = element('dd', {}, fact === 'file' ? '' : value || '–');
      if (fact === 'file') told.append(element('a', { href: `/api/v1/datasets/${dataset.id}/versions/${version}/original`, download: '' }, value));
      list.append(element('dt', {}, text(`ui.data.fact-${fact}`)), told);
    }
    box.append(list, exportMenu(`/datasets/${dataset.id}/versions/${version}`));
    if (dataset.layer === 'population-raster') box.append(settleLink(dataset.id, version));
    if (version !== dataset.currentVersion) box.append(button('ui.data.restore', () => postJson(`/datasets/${dataset.id}/restore?version=${version}`, {})));
    into.append(box);
  }
}
