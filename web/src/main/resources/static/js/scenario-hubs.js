// Hubs in a scenario: which places need two ways to the existing network, and what the ways may not share.

const field = (id) => document.getElementById(id);
const before = JSON.parse(field('base-scenario').content.textContent).twoPaths;

/** As the form has them; hubs that are named by id stay named while the country is theirs. */
export function twoPaths(abovePeople, sameCountry) {
  return {
    capitals: field('hub-capitals').checked,
    abovePeople,
    hubIds: sameCountry ? before?.hubIds ?? [] : [],
    disjoint: field('hub-disjoint').value,
  };
}
