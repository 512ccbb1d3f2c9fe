// Import: choose files, look, map columns, read the report, answer what is asked, commit; every version can be undone.
import { postForm, postJson } from './api.js';
import { chosenColumns, showColumns } from './data-columns.js';
import { follow, showQueue, watchQueue } from './data-queue.js';
import { showProposals } from './data-proposals.js';
import { showEffect } from './data-effect.js';
import { showRaster } from './data-raster.js';
import { showReport } from './data-report.js';
import { forget } from './judge-answers.js';
import { showChange } from './judge-change.js';
import { answersField, showQuestions } from './judge-questions.js';
import { send } from './data-upload.js';
import { showDatasets } from './data-versions.js';
import { whole } from './figures.js';
import { more, text } from './words.js';

await Promise.all(['data', 'layer'].map(more));

const $ = (id) => document.getElementById(id);
const form = $('import');
const FIELDS = ['layer', 'country', 'accept', 'name', 'source', 'licence', 'date', 'uploader'];
const OPTIONS = ['fileLayer', 'crs', 'encoding', 'lonColumn', 'latColumn', 'wktColumn', 'separator', 'decimalMark', 'headerRow'];
const SWITCHES = ['swapAxes', 'shapesOnly', 'repair'];
// files that are refused as a whole for what one option mends
const MENDS = {
  'file.coordinatesSwapped': ['swapAxes', true, 'ui.data.swap'],
  'file.exchangeMisplaces': ['swapAxes', false, 'ui.data.swap-back'],
};
let upload = null, useless = false;

function step(name) {
  let before = true;
  document.querySelectorAll('#steps li').forEach((each) => {
    const current = each.dataset.step === name;
    if (current) before = false;
    each.classList.toggle('done', before);
    current ? each.setAttribute('aria-current', 'step') : each.removeAttribute('aria-current');
  });
}

/** Says why not, and offers what mends it where that is known. */
function refuse(message, code, systems) {
  $('refused').hidden = !message;
  $('refused').textContent = message ?? '';
  if (MENDS[code]) {
    const [option, on, words] = MENDS[code];
    mend(text(words), () => {
      $(option).checked = on;
      busy(check);
    });
  }
  if (code === 'file.systemUnsaid' || code === 'file.systemInDistricts') {
    systems.split(', ').forEach((each) => mend(each, () => {
      [$('crs').value] = each.split(' ');
      busy(() => look(true));
    }));
  }
}

function mend(words, onClick) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: words });
  button.addEventListener('click', onClick);
  $('refused').append(' ', button);
}

/** Shows that something is under way; what fails is told in the server's own sentence. Answers whether it went well. */
async function busy(work) {
  refuse(null);
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await work();
    return true;
  } catch (error) {
    refuse(error.message, error.problem?.code, error.problem?.arguments?.[2]);
    // what cannot be read as it is may be readable as declared
    if (upload) $('columns').hidden = false;
    return false;
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
}

/** An empty table of the chosen layer: header, one example row, what each column means. */
function offerTemplate() {
  $('template').hidden = !$('layer').value;
  $('template').href = `/api/v1/datasets/template?layer=${encodeURIComponent($('layer').value.replaceAll('_', '-'))}&lang=${document.documentElement.lang}`;
}

function newFile() {
  upload = null;
  forgetAnswers();
  sayChosen();
  $('columns').hidden = $('report').hidden = $('suspects').hidden = true; // they are the last file's
  $('mapping').replaceChildren();
  busy(() => look(false));
}

/** What a server that the operator named answers comes in as a file would, with its address and time. */
async function readAddress() {
  forgetAnswers();
  $('report').hidden = $('suspects').hidden = true;
  const read = await postJson('/datasets/uploads/address', { address: $('address').value });
  upload = read.upload.id;
  $('chosen').textContent = text('ui.data.address-read', whole(read.features), read.address);
  $('source').value ||= text('ui.data.address-source', read.address, read.readAt);
  $('date').value ||= read.readAt.slice(0, 10);
  await look(false);
}

function forgetAnswers() {
  forget();
  $('note').value = '';
  $('judge').hidden = $('judge-note').hidden = true;
}

function sayChosen() {
  $('chosen').textContent = [...$('file').files].map((file) => file.name).join(', ') || $('chosen').dataset.none;
}

async function sent() {
  if (upload) return upload;
  const files = [...$('file').files];
  if (!files.length) {
    $('file').focus();
    throw new Error(text('ui.data.no-file'));
  }
  $('progress').hidden = false;
  try {
    upload = await send(files, (ratio) => { $('progress').value = ratio; });
  } finally {
    $('progress').hidden = true;
  }
  return upload;
}

/** The request's fields; options only when they are to hold against what is detected or remembered. */
async function fields(withOptions) {
  const data = new FormData();
  data.append('upload', await sent());
  FIELDS.forEach((name) => data.append(name, $(name).value));
  if (withOptions) OPTIONS.forEach((name) => data.append(name, $(name).value));
  SWITCHES.forEach((name) => data.append(name, $(name).checked));
  return data;
}

async function wholeRequest() {
  const data = await fields(true);
  data.append('mapping', chosenColumns());
  data.append('answers', answersField());
  return data;
}

async function look(withOptions) {
  const looked = await postForm('/datasets/inspect', await fields(withOptions));
  useless = looked.proposals.length > 0 && looked.proposals.every((each) => !each.layer);
  showProposals(looked.proposals, { layer: label(), country: $('country').value }, (proposal) => busy(() => take(proposal)));
  if ($('layer').value) showColumns(looked);
  step($('layer').value ? 'columns' : 'file');
}

const label = () => $('layer').value.replaceAll('_', '-');

/** Reads the file as proposed: the user's choice, of which the columns are shown before anything is stored. */
async function take({ layer, country, fileLayer }) {
  $('layer').value = layer.replaceAll('-', '_');
  if (country) $('country').value = country;
  forgetAnswers();
  offerTemplate();
  if (fileLayer && ![...$('fileLayer').options].some((each) => each.value === fileLayer)) $('fileLayer').append(new Option(fileLayer, fileLayer));
  $('fileLayer').value = fileLayer;
  await look(true);
}

function demandLayer() {
  if ($('layer').value) return;
  $('layer').focus();
  throw new Error(text(useless ? 'ui.data.no-layer-fits' : 'ui.data.no-layer'));
}

async function check() {
  demandLayer();
  const answer = await postForm('/datasets/check', await wholeRequest());
  showReport(answer, 'checked', () => busy(check));
  step('report');
  await judge(answer);
}

/** What is asked of the whole before it is stored; every answer is tried at once. */
async function judge({ report, change }) {
  const open = showQuestions(report, () => busy(check), (layer) => busy(() => take({ layer, country: '', fileLayer: $('fileLayer').value })));
  if ($('judge').hidden) return;
  await showChange(change, $('country').value);
  if (open) step('judge');
  $('judge-title').focus({ preventScroll: true });
  $('judge').scrollIntoView({ block: 'nearest' });
}

/** Source and licence are asked for at their fields before anything is sent. */
function demandOrigin() {
  for (const name of ['source', 'licence']) {
    const missing = !$(name).value.trim();
    $(name).closest('.field').classList.toggle('bad', missing);
    missing ? $(name).setAttribute('aria-invalid', 'true') : $(name).removeAttribute('aria-invalid');
    if (missing) {
      $(name).focus();
      throw new Error(text('ui.data.no-licence'));
    }
  }
}

/** A refused file answers 422 with its report, which is an answer too; a long import is followed. */
async function commit(data) {
  try {
    return await follow(await postForm('/datasets', data, { Prefer: 'wait=2' }));
  } catch (error) {
    if (error.problem?.report) return error.problem;
    throw error;
  }
}

/** assume: whether what is safe holds for questions that nobody answered. The button of the form asks first. */
async function importAll(assume, note = '') {
  demandLayer();
  demandOrigin();
  const data = await wholeRequest();
  data.append('assume', assume);
  data.append('note', note);
  const answer = await commit(data);
  const unanswered = !assume && answer.report?.questions.some((each) => each.assumed);
  if (answer.report?.waitsForAnswers || (unanswered && !answer.stored)) {
    showQueue();
    await check();
    return;
  }
  if (answer.stored) {
    upload = null;
    forgetAnswers();
  }
  showReport(answer, answer.stored ? 'stored' : 'not-stored', () => busy(check));
  await showRaster(answer);
  showEffect(answer);
  step(answer.stored ? 'done' : 'report');
  showDatasets();
  showQueue();
}

$('drop').addEventListener('dragover', (event) => event.preventDefault());
$('drop').addEventListener('drop', (event) => {
  event.preventDefault();
  $('file').files = event.dataTransfer.files;
  newFile();
});
$('file').addEventListener('change', newFile);
$('layer').addEventListener('change', offerTemplate);
for (const id of ['layer', 'country']) $(id).addEventListener('change', () => upload && busy(() => look(false)));
$('fileLayer').addEventListener('change', () => upload && busy(() => look(true)));
$('look').addEventListener('click', () => busy(() => look(true)));
$('read-address')?.addEventListener('click', () => busy(readAddress));
$('check').addEventListener('click', () => busy(check));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  busy(() => importAll(false));
});
$('judge-store').addEventListener('click', () => {
  if ($('judge-store').getAttribute('aria-disabled') !== 'true') busy(() => importAll(true));
});
$('judge-as-it-is').addEventListener('click', () => {
  $('judge-note').hidden = false;
  $('judge-as-it-is').setAttribute('aria-expanded', 'true');
  $('note').focus();
});
$('judge-note').addEventListener('submit', (event) => {
  event.preventDefault();
  if ($('note').value.trim()) busy(() => importAll(true, $('note').value));
});
$('judge-discard').addEventListener('click', () => form.reset());
form.addEventListener('reset', () => {
  refuse(null);
  upload = null;
  forgetAnswers();
  $('proposals').hidden = $('columns').hidden = $('report').hidden = $('suspects').hidden = true;
  $('mapping').replaceChildren();
  step('file');
  setTimeout(sayChosen); // the form empties its file after this
});

offerTemplate();
showDatasets();
watchQueue(showDatasets);
if ($('file').files.length) newFile(); // chosen before this script was ready
