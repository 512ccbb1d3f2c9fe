// Import: upload in pieces, look, map columns, read the report, commit; every version can be undone.
import { getJson, postForm, postJson, putBytes } from './api.js';
import { download, showDatasets } from './data-versions.js';
import { whole } from './figures.js';
import { showSuspects } from './suspects-map.js';
import { more, text } from './words.js';

await more('data');

const $ = (id) => document.getElementById(id);
const form = $('import');
const OPTIONS = ['fileLayer', 'crs', 'encoding', 'lonColumn', 'latColumn', 'wktColumn', 'separator', 'decimalMark', 'headerRow'];
const SWITCHES = ['swapAxes', 'shapesOnly', 'repair'];
let upload = null;

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

/** Shows that something is under way; what fails is told in the server's own sentence. */
async function busy(work) {
  refuse(null);
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await work();
  } catch (error) {
    refuse(error.message);
    // what cannot be read as it is may be readable as declared
    if (upload) $('columns').hidden = false;
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
}

const drop = $('drop');
drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  $('file').files = event.dataTransfer.files;
  newFile();
});
$('file').addEventListener('change', newFile);
$('layer').addEventListener('change', offerTemplate);
for (const id of ['layer', 'country']) $(id).addEventListener('change', () => upload && busy(() => look(false)));
$('look').addEventListener('click', () => busy(() => look(true)));
$('check').addEventListener('click', () => busy(check));

/** An empty table of the chosen layer: header, one example row, what each column means. */
function offerTemplate() {
  $('template').href = `/api/v1/datasets/template?layer=${encodeURIComponent($('layer').value.replaceAll('_', '-'))}&lang=${document.documentElement.lang}`;
}

function newFile() {
  upload = null;
  busy(() => look(false));
}

/** Sends the chosen files in pieces; a piece that fails is sent again from where the server stands. */
async function sent() {
  if (upload) return upload;
  const files = [...$('file').files];
  if (!files.length) {
    $('file').focus();
    throw new Error(text('ui.data.no-file'));
  }
  const { id, chunkBytes } = await postJson('/datasets/uploads', {});
  const all = files.reduce((sum, file) => sum + file.size, 0);
  const bar = $('progress');
  let before = 0, failures = 0;
  bar.hidden = false;
  for (const file of files) {
    for (let from = 0; from < file.size;) {
      try {
        const piece = file.slice(from, from + chunkBytes);
        await putBytes(`/datasets/uploads/${id}/${encodeURIComponent(file.name)}?offset=${from}`, piece);
        from += piece.size;
      } catch (error) {
        if (error.status && error.status < 500 && error.status !== 409 || ++failures > 5) throw error;
        await new Promise((later) => { setTimeout(later, 500 * failures); });
        const { received } = await getJson(`/datasets/uploads/${id}`);
        from = Object.values(received).reduce((sum, bytes) => sum + bytes, 0) - before;
      }
      bar.value = (before + from) / all;
    }
    before += file.size;
  }
  bar.hidden = true;
  upload = id;
  return id;
}

/** The request's fields; options only when they are to hold against what is detected or remembered. */
async function fields(withOptions) {
  const data = new FormData();
  data.append('upload', await sent());
  for (const name of ['layer', 'country', 'accept', 'name', 'source', 'licence', 'date', 'uploader']) data.append(name, $(name).value);
  if (withOptions) OPTIONS.forEach((name) => data.append(name, $(name).value));
  SWITCHES.forEach((name) => data.append(name, $(name).checked));
  return data;
}

async function look(withOptions) {
  showColumns(await postForm('/datasets/inspect', await fields(withOptions)));
  step('columns');
}

function option(select, values, chosen) {
  select.replaceChildren(new Option(text('ui.data.detect'), ''), ...values.map((value) => new Option(value, value)));
  select.value = chosen ?? '';
}

function showColumns({ inspection, mapping, remembered, roles, needed, options, preview }) {
  const { format, layers, raster, problems } = inspection;
  const layer = layers.find((each) => each.name === options.layer) ?? layers[0];
  const columns = (layer?.fields ?? []).map((field) => field.name);
  $('columns').hidden = false;
  $('detected').textContent = [
    raster ? text('ui.data.raster', format) : text('ui.data.detected', format, whole(layer?.features ?? 0), layer?.crs ?? '–', layer?.encoding || '–'),
    remembered ? text('ui.data.remembered') : '',
    ...[...new Set(problems.map((problem) => problem.message))].slice(0, 3),
  ].join(' ');
  option($('fileLayer'), layers.map((each) => each.name), options.layer);
  for (const name of ['lonColumn', 'latColumn', 'wktColumn']) option($(name), columns, options[name]);
  for (const name of ['crs', 'encoding', 'separator', 'decimalMark', 'headerRow']) $(name).value = options[name] ?? '';
  $('mapping').replaceChildren(...roles.map((role) => {
    const box = document.createElement('div'), label = document.createElement('label'), select = document.createElement('select');
    box.className = 'field';
    label.htmlFor = select.id = `column-${role}`;
    label.textContent = needed.includes(role) ? text('ui.data.needed', role) : role;
    select.dataset.role = role;
    select.append(new Option(text('ui.data.no-column'), ''), ...columns.map((column) => new Option(column, column)));
    select.value = mapping[role] ?? '';
    box.append(label, select);
    return box;
  }));
  showPreview(columns, preview);
}

function cells(row, values, tag) {
  row.append(...values.map((value) => Object.assign(document.createElement(tag), { textContent: value ?? '' })));
  return row;
}

function showPreview(columns, rows) {
  const table = $('preview');
  table.closest('section').hidden = rows.length === 0;
  const head = cells(document.createElement('tr'), columns, 'th');
  head.querySelectorAll('th').forEach((cell) => { cell.scope = 'col'; });
  table.querySelector('thead').replaceChildren(head);
  table.querySelector('tbody').replaceChildren(...rows.map((row) => cells(document.createElement('tr'), columns.map((column) => row[column]), 'td')));
}

/** The columns as chosen, "no column" included; empty when the file was not looked at. */
function chosen() {
  const selects = [...document.querySelectorAll('#mapping select')];
  return selects.length ? JSON.stringify(Object.fromEntries(selects.map((select) => [select.dataset.role, select.value]))) : '';
}

async function wholeRequest() {
  const data = await fields(true);
  data.append('mapping', chosen());
  return data;
}

async function check() {
  showReport(await postForm('/datasets/check', await wholeRequest()), true);
  step('report');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  busy(async () => {
    for (const name of ['source', 'licence']) {
      const missing = !$(name).value.trim();
      $(name).closest('.field').classList.toggle('bad', missing);
      missing ? $(name).setAttribute('aria-invalid', 'true') : $(name).removeAttribute('aria-invalid');
      if (missing) {
        $(name).focus();
        throw new Error(text('ui.data.no-licence'));
      }
    }
    const answer = await commit(await wholeRequest());
    if (answer.stored) upload = null;
    showReport(answer, false);
    step(answer.stored ? 'done' : 'report');
    showDatasets();
  });
});

/** A refused file answers 422 with its report, which is an answer too. */
async function commit(data) {
  try {
    return await postForm('/datasets', data);
  } catch (error) {
    if (error.problem?.report) return error.problem;
    throw error;
  }
}

function showReport({ stored, report, changes }, onlyChecked) {
  $('report').hidden = false;
  const sentence = onlyChecked ? 'ui.data.checked' : stored ? 'ui.data.stored' : 'ui.data.not-stored';
  $('outcome').textContent = [
    text(sentence, whole(report.rowsAccepted), whole(report.rowsIn), whole(report.rowsListed)),
    changes ? text('ui.data.changes', whole(changes.added.length), whole(changes.changed.length), whole(changes.removed.length)) : '',
  ].join(' ');
  $('downloads').replaceChildren(...['html', 'json', 'xlsx', 'csv'].map((kind) => download(report.importId, kind)));
  showFixes(report.problems.map((problem) => problem.fix));
  showSuspects(report.problems, $('country').value);
  $('problems').querySelector('tbody').replaceChildren(...report.problems.map((problem) => {
    const row = document.createElement('tr'), level = document.createElement('td'), badge = document.createElement('span');
    const kind = { ERROR: ['bad', 'ui.data.blocks'], WARNING: ['warn', 'ui.data.warning'] }[problem.severity] ?? ['', 'ui.data.note'];
    badge.className = `badge ${kind[0]}`;
    badge.textContent = text(kind[1]);
    level.append(badge);
    row.append(level);
    return cells(row, [problem.row > 0 ? whole(problem.row) : '', problem.column, problem.found, problem.message, problem.remedy], 'td');
  }));
}

/** What one click can mend: it sets the option and checks again; nothing is mended unasked. */
function showFixes(fixes) {
  const offers = { swap: ['swapAxes', 'ui.data.swap'], repair: ['repair', 'ui.data.repair'] };
  $('fixes').replaceChildren(...Object.entries(offers)
    .filter(([fix, [name]]) => fixes.includes(fix) && !$(name).checked)
    .map(([, [name, words]]) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: text(words) });
      button.addEventListener('click', () => {
        $(name).checked = true;
        busy(check);
      });
      return button;
    }));
}

form.addEventListener('reset', () => {
  refuse(null);
  upload = null;
  $('columns').hidden = $('report').hidden = true;
  $('mapping').replaceChildren();
  step('file');
});

offerTemplate();
showDatasets();
