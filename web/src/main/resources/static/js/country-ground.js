// What lies under a country's plan: who has 4G today, and roads, rivers and lakes.
import { getBytes } from './api.js';
import { CoverageLayer, decodeCells } from './coverage-layer.js';
import { DetailLayer } from './detail-layer.js';
import { sayFailed } from './map.js';

/** Adds both layers, each with its box in the legend; outlines: where each country's land ends. Answers what redraws them in other colours. */
export async function layGround(map, countries, outlines) {
  for (const [name, height] of [['today', 210], ['detail', 215]]) {
    Object.assign(map.createPane(name).style, { zIndex: height, pointerEvents: 'none' });
  }
  const ground = { detail: new DetailLayer(map, 'detail', (error) => sayFailed('detail', error)) };
  document.querySelectorAll('input[data-ground]').forEach((box) => {
    box.disabled = false;
    box.addEventListener('change', () => ground[box.dataset.ground]?.show(box.checked));
  });
  ground.paint = () => {
    ground.today?.paint();
    ground.detail.layer.draw();
  };
  try {
    const parts = await Promise.all(countries.map(async (country) => ({
      mosaic: decodeCells(await getBytes(`/today/${country}/cells`)), clip: (context, at) => outlines.trace(context, at, country),
    })));
    ground.today = new CoverageLayer(map, parts, { pane: 'today', quiet: true });
    outlines.painted = () => ground.today.layer.draw();
  } catch (error) {
    sayFailed('coverage', error);
  }
  return ground;
}
