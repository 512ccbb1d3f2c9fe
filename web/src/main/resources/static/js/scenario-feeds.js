// What feeds the scenario's country: as the address or the plan before says, else as the organisation keeps it.
import { getJson, postJson } from './api.js';
import { element } from './elements.js';

const box = document.getElementById('feeds');
let chosen = [], of = null;

/** Feeds of the country, in a scenario's words; none where all of it is built in. */
export const feeds = (country) => (of === country ? chosen : []);

/** Finds out what feeds a country and says it. given: feeds that come with the page, which go before what is kept; byRule: without any the newest data go before it too. */
export async function findFeeds(country, given = [], byRule = false) {
  of = null;
  const path = `/workspaces/${country}/choice`, own = given.filter((each) => each.country === country);
  try {
    if (!own.length && !(await getJson(`/datasets?country=${country}`)).length) { // there is nothing to choose from
      [of, chosen] = [country, []];
      say([]);
      return;
    }
    const choice = own.length || byRule ? await postJson(path, { feeds: own }) : await getJson(path);
    [of, chosen] = [country, choice.plain ? [] : choice.feeds];
    say(choice.sentences);
  } catch (error) {
    [of, chosen] = [country, own]; // refused by name when the scenario is checked
    say([error.message]);
  }
}

function say(sentences) {
  box.hidden = sentences.length === 0;
  box.querySelector('ul').replaceChildren(...sentences.map((each) => element('li', {}, each)));
}
