// Small pieces of a page: elements with words, rows and tables of words, numbers as people type them.

/** An element with attributes and words. */
export function element(name, attributes = {}, words = '') {
  const made = Object.assign(document.createElement(name), attributes);
  if (words) made.textContent = words;
  return made;
}

function row(name, cells, heading = 'td') {
  const made = element('tr');
  made.append(element('th', { scope: heading === 'th' ? 'col' : 'row' }, name), ...cells.map((cell) => element(heading, { className: 'n num' }, cell)));
  return made;
}

/** A table of numbers in words. head and rows: [name, cells]; id: for tests. */
export function table(id, head, rows) {
  const made = element('table', { className: 'tbl' }), top = element('thead'), body = element('tbody');
  made.dataset.testid = id;
  top.append(row(...head, 'th'));
  body.append(...rows.map((cells) => row(...cells)));
  made.append(top, body);
  return made;
}

/** A number as people type it, with spaces between thousands and a point or a comma; null when empty. */
export function typedNumber(typed) {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return plain === '' ? null : Number(plain);
}
