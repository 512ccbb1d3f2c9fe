// The address carries the view (plan, place, zoom, filter), never data: a copied link shows the same.
const state = new URLSearchParams(location.hash.slice(1));

export const get = (name) => state.get(name);

/** Sets entries of the address; null or '' removes. */
export function set(entries) {
  for (const [name, value] of Object.entries(entries)) {
    if (value === null || value === undefined || value === '') state.delete(name);
    else state.set(name, value);
  }
  const query = state.toString().replaceAll('%2C', ',');
  history.replaceState(null, '', query ? `#${query}` : location.pathname + location.search);
}
