// What became of an imported raster: its cells, people and extent, and the step that follows.
import { getJson } from './api.js';
import { people, plain, whole } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);

/** A link to the page that makes places of a population raster. */
export function settleLink(datasetId, version) {
  return Object.assign(document.createElement('a'), {
    className: 'btn primary',
    href: `/data/settle?dataset=${datasetId}&version=${version}`,
    textContent: text('ui.data.settle'),
  });
}

/** Says of a stored raster what it holds, in place of how many rows it has. */
export async function showRaster({ stored, dataset, version }) {
  if (!stored || !['population-raster', 'elevation'].includes(dataset.layer)) return;
  const facts = await getJson(`/datasets/${dataset.id}/raster?version=${version.version}`);
  const cells = whole(facts.columns * facts.rows), extent = (facts.bbox ?? []).map((degrees) => plain(degrees, 2)).join(', ');
  $('outcome').textContent = dataset.layer === 'elevation'
    ? text('ui.data.stored-elevation', version.version, cells, extent)
    : text('ui.data.stored-raster', version.version, cells, people(facts.people), extent);
  if (dataset.layer === 'population-raster') $('downloads').prepend(settleLink(dataset.id, version.version));
}
