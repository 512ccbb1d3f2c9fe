// Tabs of one form (WAI-ARIA pattern): arrows move, the address remembers. Without scripts every panel shows.
import * as view from './view-state.js';

const list = document.getElementById('tabs');
const tabs = [...list.querySelectorAll('[role=tab]')];
const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));
const nameOf = (tab) => tab.getAttribute('aria-controls');

function choose(chosen, focus) {
  for (const tab of tabs) {
    const selected = tab === chosen;
    tab.setAttribute('aria-selected', selected);
    tab.tabIndex = selected ? 0 : -1;
    panelOf(tab).hidden = !selected;
  }
  view.set({ tab: chosen === tabs[0] ? null : nameOf(chosen) });
  if (focus) chosen.focus();
  panelOf(chosen).dispatchEvent(new Event('shown'));
}

/** Shows the panel that an element lies in. */
export function reveal(element) {
  const tab = tabs.find((each) => panelOf(each).contains(element));
  if (tab) choose(tab, false);
}

/** Makes tabs of the panels and opens the one that the address asks for. */
export function openTabs() {
  for (const tab of tabs) {
    panelOf(tab).setAttribute('role', 'tabpanel');
    panelOf(tab).setAttribute('aria-labelledby', tab.id);
    panelOf(tab).removeAttribute('aria-label');
    tab.addEventListener('click', () => choose(tab, false));
  }
  const turned = document.documentElement.dir === 'rtl';
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement), last = tabs.length - 1;
    const next = turned ? 'ArrowLeft' : 'ArrowRight', previous = turned ? 'ArrowRight' : 'ArrowLeft';
    const to = { [next]: at === last ? 0 : at + 1, [previous]: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(tabs[to], true);
  });
  list.hidden = false;
  choose(tabs.find((tab) => nameOf(tab) === view.get('tab')) ?? tabs[0], false);
}
