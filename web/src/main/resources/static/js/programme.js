// A plan with phases: its map moves through the years with the chart.
import { getJson } from './api.js';
import { countryBounds, drawGround, keepView } from './country-map.js';
import { mapped } from './families.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, padding, sayFailed } from './map.js';
import { PhaseMap } from './phase-map.js';
import { placeLabels } from './place-labels.js';
import { PlanLayers } from './plan-layers.js';
import { decodePoints } from './points-data.js';
import { sayYear } from './programme-words.js';
import { Timeline } from './timeline.js';
import { more } from './words.js';

const { country, plan } = document.body.dataset;
const map = createMap(document.getElementById('map'), { bounds: countryBounds(), padding: padding() });
const page = (window.kiungo = { map });
drawGround(map, country);
keepView(map);

try {
  const [bytes, links, programme] = await Promise.all([mapped(`/plans/${plan}/points`), getJson(`/plans/${plan}/links`), getJson(`/plans/${plan}/programme`), more('programme')]);
  const layers = new PlanLayers(map, 'plan', decodePoints(bytes), links);
  const phases = new PhaseMap({ programme, links, kinds: layers.points.data.kind });
  page.points = layers.points;
  page.timeline = new Timeline(document.getElementById('timeline'), programme.years, {
    say: (year) => sayYear(programme, year),
    onYear: (year) => phases.draw(layers, year),
  });
  new LabelsLayer(await placeLabels(plan)).addTo(map);
  page.ready = plan;
} catch (error) {
  sayFailed('points', error);
}
