// What a page shows, in other formats: the links that the server's own menu has, for what a script shows.
import { getJson } from './api.js';
import { element } from './elements.js';
import { text } from './words.js';

/** A menu of the formats that an address offers; they are asked for when it is opened. */
export function exportMenu(at) {
  const menu = element('details', { className: 'exports' }), links = element('p', { className: 'small' });
  menu.append(element('summary', {}, text('ui.export.menu')), links);
  menu.addEventListener('toggle', async () => {
    if (!menu.open || links.childElementCount) return;
    try {
      const formats = await getJson(`${at}/exports`);
      links.replaceChildren(...formats.flatMap((format, k) => [
        ...(k ? [' · '] : []),
        element('a', { href: `/api/v1${at}/exports/${format}`, download: '' }, format.toUpperCase()),
      ]));
    } catch (error) {
      links.textContent = error.message;
    }
  });
  return menu;
}
