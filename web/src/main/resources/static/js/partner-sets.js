// Sets of partners that the organisation keeps: opened, kept, changed, deleted, taken in and out as files.
import { getJson, postForm, postJson, putJson, remove } from './api.js';
import { element } from './elements.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);

export function offerSets(editor) {
  let sets = [];
  const chosen = () => sets.find((each) => each.id === $('set').value);
  const say = (sentence) => ($('set-note').textContent = sentence);
  const attempt = (work) => async (...given) => {
    try {
      await work(...given);
    } catch (error) {
      say(error.message);
    }
  };

  async function load(id = '') {
    sets = await getJson('/partners');
    $('set').replaceChildren(element('option', { value: '' }, text('ui.partners.set-new')), ...sets.map((each) => element('option', { value: each.id }, each.name)));
    $('set').value = id;
    $('discard').disabled = !id;
  }

  $('set').addEventListener('change', attempt(async () => {
    const set = chosen();
    $('discard').disabled = !set;
    if (!set) return;
    $('set-name').value = set.name;
    editor.take(await getJson(`/partners/${set.id}/file`), true);
  }));
  $('save').addEventListener('click', attempt(async () => {
    const set = chosen(), query = `?name=${encodeURIComponent($('set-name').value)}`;
    const kept = set ? await putJson(`/partners/${set.id}${query}`, editor.file(), { 'If-Match': `"${set.version}"` }) : await postJson(`/partners${query}`, editor.file());
    await load(kept.id);
    say(text('ui.partners.kept', kept.name));
  }));
  $('discard').addEventListener('click', attempt(async () => {
    const set = chosen();
    await remove(`/partners/${set.id}`);
    await load();
    say(text('ui.partners.discarded', set.name));
  }));
  $('import').addEventListener('change', attempt(async () => {
    const [file] = $('import').files;
    const kept = await postForm(`/partners?name=${encodeURIComponent(file.name)}`, file);
    await load(kept.id);
    $('set-name').value = kept.name;
    editor.take(await getJson(`/partners/${kept.id}/file`), true);
    say(text('ui.partners.kept', kept.name));
  }));
  let last;
  editor.form.addEventListener('partnerschange', () => {
    URL.revokeObjectURL(last);
    last = URL.createObjectURL(new Blob([JSON.stringify(editor.file(), null, 2)], { type: 'application/json' }));
    $('export').href = last;
  });
  attempt(load)();
}
