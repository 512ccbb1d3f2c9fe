// A mark for each country: what its plan adds (by place) or its people by class (by country).
import { CanvasLayer, hatch } from './canvas-layer.js';
import { token } from './families.js';
import { brief } from './figures.js';
import { overlap } from './labels-layer.js';
import { text } from './words.js';

const TURN = 2 * Math.PI, TOP = -Math.PI / 2;

export class ContinentMarks {
  /** rows(): what the table says now, [{lon, lat, covered, unsure, uncovered, gained, stage}]. */
  constructor(map, rows, pane) {
    this.rows = rows;
    this.map = map;
    this.view = 'place';
    /** Boxes of the figures on the map, in its pixels: no name may run over them. */
    this.figures = [];
    this.layer = new CanvasLayer(pane, (...frame) => this.draw(...frame)).addTo(map);
  }

  show(view) {
    this.view = view;
    this.layer.draw();
  }

  wide() {
    return this.map.getSize().x > 640 ? 1 : .55;
  }

  /** Pixels of a ring whose area is the people gained, of a circle whose area is all people. */
  ring = (people) => Math.max(3.5, Math.sqrt(people / 1e6) * 5 * this.wide());
  circle = (people) => Math.max(5, Math.sqrt(people / 1e6) * 2.75 * this.wide());

  draw(context, at) {
    const colour = (name) => token(name, this.map.getContainer());
    this.figures = [];
    const rows = this.rows().sort((a, b) => (b.gained || 0) - (a.gained || 0));
    for (const row of rows) {
      const [x, y] = at(row.lon, row.lat);
      context.setLineDash([]);
      context.lineWidth = 1.5;
      context.strokeStyle = colour('--ink');
      if (this.view === 'country') this.pie(context, row, x, y, colour);
      else this.state(context, row, x, y, colour);
    }
  }

  state(context, row, x, y, colour) {
    context.beginPath();
    if (row.gained !== null) {
      const radius = this.ring(row.gained);
      context.arc(x, y, radius, 0, TURN);
      context.fillStyle = 'rgba(255,255,255,.86)';
      context.fill();
      context.stroke();
      this.figure(context, text('ui.number.plus', brief(row.gained)), x, y, radius, colour);
    } else if (row.stage === 'running') {
      context.arc(x, y, 7, 0, TURN);
      context.setLineDash([3, 2.4]);
      context.fillStyle = '#fff';
      context.fill();
      context.stroke();
    } else {
      context.arc(x, y, 2.6, 0, TURN);
      context.strokeStyle = '#fff';
      context.fillStyle = colour('--ink');
      context.stroke();
      context.fill();
    }
  }

  /** What is gained, in its ring: where that is wide enough and no larger figure stands there. */
  figure(context, words, x, y, radius, colour) {
    context.font = `600 11.5px ${getComputedStyle(document.body).fontFamily}`;
    const half = context.measureText(words).width / 2 + 2;
    const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
    if (half > radius + 5 || this.figures.some((other) => overlap(other, box))) return;
    this.figures.push(box);
    context.fillStyle = colour('--ink');
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(words, x, y);
  }

  /** Three classes of people; the arc outside is what the plan adds. */
  pie(context, row, x, y, colour) {
    const people = row.covered + row.unsure + row.uncovered, radius = this.circle(people);
    context.beginPath();
    context.arc(x, y, radius + 3.5, 0, TURN);
    context.fillStyle = '#fff';
    context.fill();
    let from = TOP;
    ['covered', 'unsure', 'uncovered'].forEach((part, k) => {
      const to = from + (row[part] / people) * TURN;
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, radius, from, to);
      context.closePath();
      context.fillStyle = colour(['--k-cov', '--k-uns', '--k-unc'][k]);
      context.fill();
      if (part === 'unsure') {
        context.fillStyle = hatch(context, 'rgba(255,255,255,.6)', 1.3, 5);
        context.fill();
      }
      from = to;
    });
    context.lineWidth = 1;
    context.beginPath();
    context.arc(x, y, radius, 0, TURN);
    context.stroke();
    if (row.gained) {
      context.beginPath();
      context.arc(x, y, radius + 2.6, TOP - (row.gained / people) * TURN, TOP);
      context.lineWidth = 3.4;
      context.stroke();
    }
  }
}
