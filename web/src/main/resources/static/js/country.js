// One country: candidate plans to switch between, on the map and in the table alike.
import { foldLegend, sayFailed } from './map.js';
import { PlacesMap } from './places-map.js';
import * as view from './view-state.js';

const chosen = () => document.querySelector('input[name=plan]:checked')?.value;
const card = document.getElementById('place');
const hideCard = () => (card.hidden = true);
// a first visit does not pay for a card that nobody has asked for
const places = new PlacesMap({
  onPlace: (item, focus) => import('./place-card.js')
    .then(({ showCard }) => showCard(chosen(), item, places.todayAt(item), focus))
    .catch((error) => sayFailed('points', error)),
});
places.onLine = hideCard;
const page = (window.kiungo = { map: places.map, network: places.network, places, ready: false });
const wanted = document.querySelector(`input[name=plan][value="${CSS.escape(view.get('p') ?? '')}"]`);
if (wanted) wanted.checked = true;

/** Takes the figures of another plan from its own page: the server words them, once, for all readers. */
async function showFigures(id) {
  const address = new URL(location.href);
  address.hash = '';
  address.searchParams.set('plan', id);
  const answer = await fetch(address);
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || chosen() !== id) return;
  document.querySelectorAll('[data-part]').forEach((part) => {
    const twin = other.querySelector(`[data-part=${part.dataset.part}]`);
    if (twin) part.replaceChildren(...twin.childNodes);
  });
}

async function showPlan(id, figures) {
  page.ready = false;
  hideCard();
  await Promise.all([figures && showFigures(id), places.show(id)]);
  places.enableLegend();
  page.points = places.points;
  page.tip = places.tip;
  page.ready = id;
}

function choose(id) {
  document.querySelector(`input[name=plan][value="${CSS.escape(id)}"]`).checked = true;
  view.set({ p: id });
}

foldLegend(places.map);

if (chosen()) {
  places.start();
  page.table = places.table;
  showPlan(chosen(), Boolean(wanted));
  const slider = import('./frontier-slider.js').then(({ offerFrontier }) => offerFrontier(chosen(), {
    onStep: ({ id, kinds }) => {
      hideCard();
      places.setKinds(kinds, id);
      page.stepped = id;
    },
    onSettle: ({ id }) => {
      choose(id);
      showPlan(id, true);
    },
  })).catch((error) => sayFailed('points', error));
  slider.then((found) => (page.slider = found));
  document.querySelectorAll('input[name=plan]').forEach((radio) => radio.addEventListener('change', () => {
    choose(radio.value);
    showPlan(radio.value, true);
    slider.then((found) => found?.select(radio.value));
  }));
}
