// A site as an engineer reads it: what stands there, what joins it to the network, what it costs; its masts on the map.
import { getJson } from './api.js';
import { element, table } from './elements.js';
import { token } from './families.js';
import { percent, plain, whole } from './figures.js';
import { more, text } from './words.js';

await more('site');

const L = window.L, NEAR_PX = 40;
let drawn;

/** Sentences of a site's lines: [heading, what is said]. Numbers that are not known are null. */
export function lines({ unit, medium, sheet, others = [] }) {
  const { site, standing, licensedMhz, capacityMbps, link } = sheet;
  const load = capacityMbps === null
    ? text('ui.site.load.only', plain(site.loadMbps, 1))
    : text('ui.site.load.of', plain(site.loadMbps, 1), whole(capacityMbps), percent(site.loadMbps / capacityMbps));
  return [
    ['position', text(`ui.site.position.${sheet.assumed ? 'assumed' : standing ? 'standing' : 'survey'}`, plain(site.location.lat, 5), plain(site.location.lon, 5))],
    ['masts', [mastWords(sheet), othersWords(others)].filter(Boolean).join('. ')],
    ['height', heightWords(sheet)],
    ['band', bandWords(sheet)],
    ['spectrum', licensedMhz === null ? text('ui.site.spectrum.none') : text('ui.site.band.mhz', whole(licensedMhz))],
    ['units', unit ? text('ui.site.units.each', whole(site.units), unit) : whole(site.units)],
    ['load', load],
    ['power', powerWords(sheet)],
    ['link', link ? linkWords(link, medium, sheet) : text('ui.site.link.none')],
    ['built', String(site.buildYear)],
  ].map(([key, words]) => [text(`ui.site.${key}`), words]);
}

function heightWords({ standing, heightM, heightAssumed }) {
  if (heightM === null) return text(standing ? 'ui.site.height.unknown' : 'ui.site.unknown');
  return text(heightAssumed ? 'ui.site.height.assumed' : 'ui.site.height.m', plain(heightM, 1));
}

/** The carrier that reaches phones, and the band around it; of other radio the band alone. */
function bandWords({ bandMhz, bandLowMhz, bandHighMhz }) {
  const parts = [
    bandMhz === null ? '' : text('ui.site.band.mhz', whole(bandMhz)),
    bandLowMhz === null ? '' : text('ui.site.band.range', whole(bandLowMhz), whole(bandHighMhz)),
  ].filter(Boolean);
  return parts.length > 1 ? text('ui.site.band.within', ...parts) : parts[0] ?? text('ui.site.unknown');
}

/** Sites of other technologies at the place, whose towers are counted apart; nothing without any. */
function othersWords(others) {
  return others.length ? text('ui.site.others', others.map(({ technology, masts }) => text('ui.site.others.each', technology, masts)).join(', ')) : '';
}

/** How many masts, how far apart, joined by how many hops. */
export function mastWords({ site: { masts, hopsBetweenMasts }, mastsWithinKm }) {
  if (masts === 1) return whole(masts);
  const km = plain(mastsWithinKm, 1);
  return hopsBetweenMasts ? text('ui.explore.price.MAST_LINKS.apart', whole(masts), km, hopsBetweenMasts) : text('ui.site.masts.cabinets', whole(masts), km);
}

function powerWords({ site: { energy }, powerW, panelsKwp, batteryKwh, gridLineKm }) {
  return [
    energy ? text(`ui.explore.energy.${energy}`) : text('ui.site.power.own'),
    powerW === null ? '' : text('ui.site.power.draw', whole(powerW)),
    panelsKwp ? text('ui.site.power.solar', plain(panelsKwp, 1), plain(batteryKwh, 1)) : '',
    gridLineKm === null ? '' : text('ui.site.power.grid', plain(gridLineKm, 1)),
  ].filter(Boolean).join(' · ');
}

function linkWords({ toId, distanceKm, systems, loadMbps }, medium, { linkToName, linkShareRatio, linkBandLowMhz, linkBandHighMhz }) {
  const band = linkBandLowMhz === null ? '' : ` · ${text('ui.site.band.range', whole(linkBandLowMhz), whole(linkBandHighMhz))}`;
  const words = toId.startsWith('sky:')
    ? text('ui.site.link.sky', medium, plain(loadMbps, 1))
    : text('ui.site.link.to', medium, toId.startsWith('tap:') ? text('ui.site.link.tap') : linkToName || toId, plain(distanceKm, 1), systems, plain(loadMbps, 1));
  return `${words}${band}${linkShareRatio < 1 ? ` · ${text('ui.site.link.share', percent(linkShareRatio))}` : ''}`;
}

/** Rows of what a site costs, their sum last, in whole cents as it is added up: [name, [to buy, a year, over all years]]. */
export function costRows(costs) {
  const kinds = ['capexUsd', 'opexUsdPerYear', 'lifetimeCostUsd'];
  const sum = kinds.map((kind) => costs.reduce((cents, each) => cents + Math.round(each[kind] * 100), 0) / 100);
  return [
    ...costs.map((each) => [text(`ui.site.cost.${each.kind}`), kinds.map((kind) => plain(each[kind], 2))]),
    [text('ui.site.cost.total'), sum.map((usd) => plain(usd, 2))],
  ];
}

/** The ground on which a site's masts stand, dashed; come near, where they may stand. */
function draw(map, { site, masts, mastsWithinKm }) {
  const color = token('--accent-map', map.getContainer()), at = ({ lat, lon }) => [lat, lon], near = L.layerGroup();
  const ring = L.circle(at(site.location), { radius: 1000 * mastsWithinKm, color, weight: 2, dashArray: '6 5', fill: false, interactive: false });
  drawn = L.layerGroup([ring]).addTo(map);
  const south = [ring.getBounds().getSouth(), site.location.lon];
  L.tooltip({ permanent: true, direction: 'bottom', offset: [0, 2] }).setLatLng(south).setContent(text('ui.site.survey')).addTo(near);
  for (const each of masts) {
    if (each.linkTo) L.polyline([at(site.location), at(each.location)], { color, weight: 1, dashArray: '2 4', interactive: false }).addTo(near);
    L.circleMarker(at(each.location), { radius: 3, color, weight: 2, fill: true, fillOpacity: 1, interactive: false }).addTo(near);
  }
  const zoomed = () => {
    const px = map.latLngToContainerPoint(south).y - map.latLngToContainerPoint(at(site.location)).y;
    if (px < NEAR_PX) drawn.removeLayer(near);
    else drawn.addLayer(near);
  };
  drawn.on('remove', () => map.off('zoomend', zoomed));
  map.on('zoomend', zoomed).once('kiungo:chosen', clear);
  zoomed();
  return ring;
}

function clear() {
  drawn?.remove();
  drawn = null;
}

/** Shows a site in a part of the page, and its masts on the map where they are several. */
export async function showSite(box, plan, siteId, stillWanted, map) {
  const found = await getJson(`/plans/${plan}/sites/${encodeURIComponent(siteId)}`).catch(() => null);
  if (!found || !stillWanted()) return;
  clear();
  const costs = table('site-cost', [text('ui.site.cost'), ['capex', 'opex', 'lifetime'].map((each) => text(`ui.site.cost.${each}`))], costRows(found.sheet.costs));
  costs.classList.add('tight', 'small');
  const { sheet } = found, several = sheet.site.masts > 1;
  const body = element('details'), list = element('dl', { className: 'kv facts' });
  for (const [name, words] of lines(found)) list.append(element('dt', {}, name), element('dd', {}, words));
  const files = element('p', { className: 'small' });
  files.append(...['sites', 'masts'].flatMap((layer, k) => [
    k ? ' · ' : '', element('a', { href: `/api/v1/plans/${plan}/exports/csv?layer=${layer}`, download: '' }, text(k ? 'ui.site.all-masts' : 'ui.site.all')),
  ]));
  body.append(element('summary', {}, text('ui.site.lines')), list, costs, files);
  box.replaceChildren(element('h3', {}, text('ui.site.title')));
  if (several) {
    const ring = draw(map, sheet), show = element('button', { type: 'button', className: 'linkish' }, text('ui.site.show'));
    show.addEventListener('click', () => {
      map.getContainer().scrollIntoView({ block: 'nearest' });
      map.fitBounds(ring.getBounds(), { animate: false, paddingTopLeft: [24, innerWidth < 900 ? 120 : 64], paddingBottomRight: [24, 88] });
    });
    const told = element('p', { className: 'small', id: 'site-masts' }, `${mastWords(sheet)}. ${text('ui.site.survey')}. `);
    told.append(show);
    box.append(told);
  }
  box.append(body);
  box.hidden = false;
}
