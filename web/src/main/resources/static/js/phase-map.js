// What stands at the end of a year, on a map: places by phase (hue, shape and digit), links and sites as far as built.
import { FAMILIES, outlineOf } from './families.js';
import { stampOf } from './pixels.js';

const BASE = FAMILIES.findIndex(({ id }) => id === 'base');
const LEFT_OUT = 0, LATER = 1, TODAY = 2; // classes before those of the phases
const TOKENS = ['--t-none-far', '--t-none', '--t-base', '--y1', '--y2', '--y3', '--y4', '--y5'];
const SMALLEST = 3.2, DIGIT_FROM = 5.5, RING_OF_GAP = .26, SHAPE_OF_GAP = .55;
const shapes = [1, 2, 3, 4, 5].map((phase) => {
  const path = document.querySelector(`#sym-p${phase} path`);
  return path && new Path2D(path.getAttribute('d'));
});

/** A ring for what does not stand; what stands has its phase's shape, and its digit where there is room. */
function phaseStamp(kind, tone, step, { fill, outline, land }, { grow, dpr, gap, zoom }) {
  const full = (1.75 + step * .38) * grow, ring = tone <= LATER, phase = tone - TODAY;
  const r = ring ? Math.min(full * .85, Math.max(1, gap * RING_OF_GAP)) : Math.min(full * 1.1, Math.max(SMALLEST, gap * SHAPE_OF_GAP));
  return stampOf((r * 1.25 + 1.5) * dpr, (context) => {
    context.scale(dpr, dpr);
    const shape = outlineOf(ring ? FAMILIES[0].path : phase ? shapes[phase - 1] : FAMILIES[BASE].path, r);
    context.fillStyle = ring ? land : fill[tone];
    context.fill(shape);
    context.lineWidth = ring ? 1.1 : zoom < 8 ? .6 : .9;
    context.strokeStyle = ring ? fill[tone] : outline;
    context.stroke(shape);
    if (phase < 1 || r < DIGIT_FROM) return;
    context.fillStyle = phase < 3 ? '#fff' : '#17222B';
    context.font = `600 ${Math.min(r * 1.25, 12)}px sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(phase, 0, phase === 3 ? r * .2 : 0);
  });
}

export class PhaseMap {
  /** programme, links: GET /api/v1/plans/{id}/programme and …/links; kinds: class bytes of the plan's places. */
  constructor({ programme, links, kinds }) {
    Object.assign(this, { programme, links, kinds: kinds.slice() });
  }

  /** Draws a year on layers of the plan; shade: as PointsLayer takes it, null for technologies. */
  draw({ points, network }, year, shade = this.shadeAt(year)) {
    network.setData(this.linksAt(year));
    points.shade = shade; // drawn with the places
    points.setData({ ...points.data, kind: this.kindsAt(year) }, false);
  }

  phaseAt(year) {
    return this.programme.years.find((each) => each.year === year).phase;
  }

  /** Class bytes of the places as they are at the end of a year. */
  kindsAt(year) {
    const now = this.phaseAt(year), { placePhases } = this.programme;
    return this.kinds.map((kind, i) => (placePhases[i] > now ? 0 : kind));
  }

  /** How PointsLayer colours and shapes them. */
  shadeAt(year) {
    const now = this.phaseAt(year), { placePhases } = this.programme;
    const classes = Uint8Array.from(placePhases, (phase, i) => {
      if (this.kinds[i] === BASE) return TODAY;
      if (phase === 0) return LEFT_OUT;
      return phase > now ? LATER : TODAY + phase;
    });
    return { classes, tokens: TOKENS, stamp: phaseStamp };
  }

  /** Links and sites as far as they are built. */
  linksAt(year) {
    const now = this.phaseAt(year), { links: all, programme } = this, place = new Map();
    const links = all.links.filter((_, k) => programme.linkPhases[k] <= now && place.set(k, place.size));
    return {
      ...all,
      links,
      courses: (all.courses ?? []).filter(({ link }) => place.has(link)).map(({ link, path }) => ({ link: place.get(link), path })),
      sites: all.sites.filter((_, k) => programme.sitePhases[k] <= now),
    };
  }
}
