// Says the figures that FiguresTwinTest asks for as a page's scripts would: cases in, figures out, one a line.
import { readFileSync } from 'node:fs';
import { load, openPage } from './page.js';

const [, , language, cases] = process.argv;
openPage({ language });
const figures = await load('figures.js');

const lines = readFileSync(cases, 'utf8').split('\n').filter(Boolean);
console.log(lines.map((line) => {
  const [form, value] = line.split('\t');
  return figures[form](Number(value));
}).join('\n'));
