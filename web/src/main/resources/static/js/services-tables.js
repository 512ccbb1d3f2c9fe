// Rows of the tables of e-services: sites with what they host, users with their host and round trip.
import { brief, plain, usd } from './figures.js';
import { symbol } from './services-layer.js';
import { has, text } from './words.js';

function element(tag, words, className = '') {
  return Object.assign(document.createElement(tag), { textContent: words, className });
}

function headOf(child, country, countryNames) {
  const head = element('th', '');
  head.scope = 'row';
  head.append(child);
  if (countryNames) head.append(' ', element('small', countryNames.get(country) ?? country));
  return head;
}

/** A site: name, what it hosts, people within reach, cost. countryNames: null where there is one country. */
export function siteRow(site, { kindNames, countryNames }) {
  const row = document.createElement('tr'), head = headOf(element('span', site.name), site.country, countryNames);
  head.append(element('small', site.serviceIds.split(';').map((id) => kindNames.get(id) ?? id).join(' · '), 'hosts'));
  const stands = site.existing && !site.lifetimeCostUsd;
  row.append(head, element('td', brief(site.people), 'n num'), element('td', stands ? text('ui.services.stands') : usd(site.lifetimeCostUsd), 'n num'));
  return row;
}

/** Health sites and schools that Kiungo carries have a number alone. */
function nameOf({ id, name }) {
  const [, kind, number] = /_(clinic|school)(\d+)(?:_|$)/.exec(id) ?? [];
  return name || (kind ? text(`ui.services.nameless-${kind}`, Number(number) + 1) : id);
}

/** A user: a button that asks why, the hosts, the round trip with the mark of its class. */
export function userRow(user, { countryNames }, onChoose) {
  const row = document.createElement('tr'), button = element('button', nameOf(user), 'linkish');
  button.type = 'button';
  button.addEventListener('click', onChoose);
  row.dataset.user = user.id;
  const trip = element('td', '', 'n num'), mark = element('span', '', 'trip'), words = text(`ui.services.latency.${user.latencyClass}`);
  mark.title = words;
  mark.append(element('span', user.roundTripMs === null ? words : plain(user.roundTripMs, 1)), symbol(user.latencyClass));
  trip.append(mark);
  if (user.roundTripMs !== null && has(`ui.services.access.${user.access}`)) trip.append(element('small', text(`ui.services.access.${user.access}`)));
  row.append(headOf(button, user.country, countryNames), element('td', user.siteNames.split(';').join(', ')), trip);
  return row;
}
