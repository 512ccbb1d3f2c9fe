// Programmes of funders that a country may ask, with their source: each can be taken as a partner to start from.
import { getJson } from './api.js';
import { element } from './elements.js';
import { text } from './words.js';

/** Lists the programmes for the page's countries and the plan's years; editor takes those that are chosen. */
export async function offerLibrary(editor) {
  const list = document.getElementById('library'), find = document.getElementById('find');
  const years = editor.phases.flat(), query = `country=${document.body.dataset.countries}&from=${Math.min(...years)}&to=${Math.max(...years)}`;
  let programmes = [];
  function show() {
    const wanted = find.value.trim().toLowerCase();
    list.replaceChildren(...programmes.filter(({ partner, source }) => `${partner.name} ${source}`.toLowerCase().includes(wanted)).map(line));
  }
  function line(programme) {
    const { partner, sentence, usable, source } = programme, made = element('li'), add = element('button', { className: 'btn', type: 'button', disabled: !usable }, text('ui.partners.take'));
    add.setAttribute('aria-label', text('ui.said-of', text('ui.partners.take'), partner.name));
    add.addEventListener('click', async () => editor.take(await getJson(`/partner-library/${programme.id}/file?${query}`)));
    made.append(element('span', {}, `${partner.name} · ${partner.instrument}`), add, element('small', {}, `${sentence} ${source}`));
    made.dataset.programme = programme.id;
    return made;
  }
  find.addEventListener('input', show);
  try {
    programmes = await getJson(`/partner-library?${query}`);
    show();
  } catch (error) {
    list.replaceChildren(element('li', {}, error.message));
  }
}
