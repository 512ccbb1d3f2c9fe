// Import: the server looks at the file, guesses columns, reports every row; committing can be undone.
import { getJson, postForm, postJson } from './api.js';
import { whole } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const form = $('import');

function step(name) {
  let before = true;
  document.querySelectorAll('#steps li').forEach((each) => {
    const current = each.dataset.step === name;
    if (current) before = false;
    each.classList.toggle('done', before);
    current ? each.setAttribute('aria-current', 'step') : each.removeAttribute('aria-current');
  });
}

function refuse(message) {
  $('refused').hidden = !message;
  $('refused').textContent = message ?? '';
}

function file() {
  if ($('file').files.length === 0) {
    refuse(text('ui.data.no-file'));
    $('file').focus();
    return false;
  }
  return true;
}

const drop = $('drop');
drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  $('file').files = event.dataTransfer.files;
  look();
});
$('file').addEventListener('change', look);
$('layer').addEventListener('change', () => $('file').files.length && look());
$('look').addEventListener('click', look);

async function look() {
  if (!file()) return;
  refuse(null);
  const data = new FormData();
  data.append('file', $('file').files[0]);
  data.append('layer', $('layer').value);
  data.append('country', $('country').value);
  try {
    const { inspection, mapping, roles } = await postForm('/datasets/inspect', data);
    showColumns(inspection, mapping, roles);
    step('columns');
  } catch (error) {
    refuse(error.message);
  }
}

function showColumns({ format, layers, problems }, mapping, roles) {
  const layer = layers[0];
  $('columns').hidden = false;
  $('detected').textContent = [
    text('ui.data.detected', format, whole(layer?.features ?? 0), layer?.crs ?? '–', layer?.encoding ?? '–'),
    ...problems.map((problem) => problem.message),
  ].join(' ');
  const fields = (layer?.fields ?? []).map((field) => field.name);
  $('mapping').replaceChildren(...roles.map((role) => {
    const name = role.replace('!', ''), box = document.createElement('div');
    const label = document.createElement('label'), select = document.createElement('select');
    box.className = 'field';
    label.htmlFor = select.id = `column-${name}`;
    label.textContent = role.endsWith('!') ? text('ui.data.needed', name) : name;
    select.dataset.role = name;
    select.append(new Option(text('ui.data.no-column'), ''), ...fields.map((field) => new Option(field, field)));
    select.value = mapping[name] ?? '';
    box.append(label, select);
    return box;
  }));
}

/** The columns as chosen; empty when the file was not looked at, so that the server guesses. */
function chosen() {
  const columns = {};
  document.querySelectorAll('#mapping select').forEach((select) => {
    if (select.value) columns[select.dataset.role] = select.value;
  });
  return Object.keys(columns).length ? JSON.stringify(columns) : '';
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!file()) return;
  for (const name of ['source', 'licence']) {
    const missing = !$(name).value.trim();
    $(name).closest('.field').classList.toggle('bad', missing);
    missing ? $(name).setAttribute('aria-invalid', 'true') : $(name).removeAttribute('aria-invalid');
    if (missing) {
      refuse(text('ui.data.no-licence'));
      $(name).focus();
      return;
    }
  }
  refuse(null);
  const data = new FormData(form);
  data.append('mapping', chosen());
  $('commit').disabled = true;
  try {
    showReport(await send(data));
    step('report');
    showDatasets();
  } catch (error) {
    refuse(error.message);
  } finally {
    $('commit').disabled = false;
  }
});

/** A refused file answers 422 with its report, which is an answer too. */
async function send(data) {
  try {
    return await postForm('/datasets', data);
  } catch (error) {
    if (error.problem?.report) return error.problem;
    throw error;
  }
}

function showReport({ stored, report }) {
  $('report').hidden = false;
  $('outcome').textContent = text(stored ? 'ui.data.stored' : 'ui.data.not-stored', whole(report.rowsAccepted), whole(report.rowsIn), whole(report.rowsListed));
  $('problems').querySelector('tbody').replaceChildren(...report.problems.map((problem) => {
    const row = document.createElement('tr'), level = document.createElement('td'), badge = document.createElement('span');
    const bad = problem.severity === 'ERROR';
    badge.className = `badge ${bad ? 'bad' : 'warn'}`;
    badge.textContent = text(bad ? 'ui.data.blocks' : 'ui.data.warning');
    level.append(badge);
    const cells = [problem.row > 0 ? whole(problem.row) : '', problem.column, problem.found, problem.message, problem.remedy]
      .map((content) => Object.assign(document.createElement('td'), { textContent: content ?? '' }));
    row.append(level, ...cells);
    return row;
  }));
}

form.addEventListener('reset', () => {
  refuse(null);
  $('columns').hidden = $('report').hidden = true;
  step('file');
});

async function showDatasets() {
  const found = await getJson('/datasets').catch(() => []);
  $('none').hidden = found.length > 0;
  $('datasets').replaceChildren(...found.map((dataset) => {
    const line = document.createElement('li'), undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'btn';
    undo.textContent = text('ui.data.undo');
    undo.disabled = dataset.currentVersion === 0;
    undo.addEventListener('click', async () => {
      await postJson(`/datasets/${dataset.id}/undo`, {}).catch((error) => refuse(error.message));
      showDatasets();
    });
    line.className = 'row between';
    line.append(text('ui.data.dataset', dataset.name, dataset.layer, dataset.country, String(dataset.currentVersion)), undo);
    return line;
  }));
}

showDatasets();
