// Hubs in a scenario: which places need two ways to the existing network, and what the ways may not share.

const field = (id) => document.getElementById(id);

// ids are those of one country's places
field('country').addEventListener('change', () => (field('hub-ids').value = ''));

/** As the form has them. */
export function twoPaths(abovePeople) {
  const ids = field('hub-ids').value.split(/[\s,;]+/).filter((each) => each);
  return {
    capitals: field('hub-capitals').checked,
    abovePeople,
    hubIds: [...new Set(ids)].sort(),
    disjoint: field('hub-disjoint').value,
  };
}
