// The table's filter as a test on points, so that map and table show the same places.
import { BASIC, FAMILIES } from './families.js';
import { indexOf } from './place-index.js';

/** As the server compares names: case and accents apart. */
export const plainText = (value) => value.trim().normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();

const STATUS = {
  BASELINE: (kind) => FAMILIES[kind & ~BASIC].id === 'base',
  UNSERVED: (kind) => kind === 0,
  BASIC: (kind) => (kind & BASIC) !== 0,
  STANDARD: (kind) => kind > 0 && !(kind & BASIC) && FAMILIES[kind].id !== 'base',
};

/** test(i) for a filter {q, status, family} of a plan; null when everything passes. */
export async function pointTest({ q, status, family }, plan, points) {
  const tests = [];
  const byStatus = STATUS[status];
  if (byStatus) tests.push((i) => byStatus(points.data.kind[i]));
  if (family) tests.push((i) => FAMILIES[points.data.kind[i] & ~BASIC].id === family);
  if (q) {
    const { ids, names } = await indexOf(plan), part = plainText(q);
    const found = Uint8Array.from(names, (name, i) => (ids[i] === q || plainText(name).includes(part) ? 1 : 0));
    tests.push((i) => found[i] === 1);
  }
  return tests.length ? (i) => tests.every((test) => test(i)) : null;
}
