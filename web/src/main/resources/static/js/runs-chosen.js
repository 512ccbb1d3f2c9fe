// The job in hand: its name, which can be changed, and, while it runs, how its two lines close.
import { putJson } from './api.js';
import { brief, gap } from './figures.js';
import { RunChart } from './run-chart.js';
import { follow } from './run-events.js';
import { valueWords } from './run-values.js';
import { isOver, standing, verdictOf } from './runs-lines.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const NAMED = ['run', 'pair', 'exact'];

/** The plan that a run made. */
const planOf = ({ kind, ways }) => NAMED.includes(kind) && /^\/plans\/([^/]+)\//.exec(ways.open ?? '')?.[1];

export class ChosenJob {
  constructor() {
    this.line = null;
    $('naming').addEventListener('submit', (event) => {
      event.preventDefault();
      this.rename();
    });
  }

  /** Shows a job, or nothing. */
  show(line) {
    const other = line?.id !== this.line?.id;
    this.line = line;
    $('chosen').hidden = !line;
    if (!line) return;
    $('naming').hidden = !planOf(line);
    if (document.activeElement !== $('name')) $('name').value = line.name;
    if (other) this.begin(line);
    $('twin').textContent = standing(line).join(' · ');
    if (line.verdict) $('twin').append(' ', verdictOf(line));
    $('watch').href = line.ways.watch ?? '';
    $('watch').hidden = isOver(line) || !line.ways.watch;
    $('chosen-gap').textContent = line.progress.reached ? gap(line.progress.reached.gapRatio) : '';
  }

  begin(line) {
    this.stop?.();
    this.stop = null;
    $('named').textContent = text('ui.runs.named-about');
    $('lines').hidden = !NAMED.includes(line.kind) || isOver(line);
    if ($('lines').hidden) return;
    const { measure } = line.progress.reached;
    const chart = new RunChart(['people', 'years'].includes(measure) ? brief : (value) => valueWords(measure, value));
    this.stop = follow(line.id, { onProgress: (step) => chart.add(step), onEnd: () => {} });
  }

  async rename() {
    const wanted = $('name').value.trim();
    if (!wanted || wanted === this.line.name) return;
    try {
      const { name } = await putJson(`/plans/${planOf(this.line)}/name`, { name: wanted });
      $('name').value = name;
      $('named').textContent = text(name === wanted ? 'ui.runs.named' : 'ui.runs.numbered', name);
    } catch (error) {
      $('named').textContent = error.message;
    }
  }
}
