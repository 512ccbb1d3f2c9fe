// What stands beside the people and the cost of a plan, as Figures of the pages words it: public money, and whom the plan
// gains for sure, likely and possibly.
import { brief, usd } from './figures.js';
import { more, text } from './words.js';

/** Where who is covered today changes nothing in whom a plan gains: the standard is more than basic service. */
const whateverToday = (today) => today?.coverage === 'NOT_KNOWN' || ['NOTHING', 'BASIC'].includes(today?.fourGCountsAs);

export function gainWords({ today }, scenario) {
  const [sure, likely, possible] = [today.peopleGainedSure, today.peopleGainedLikely, today.peopleGainedPossible ?? NaN].map(brief);
  if (whateverToday(scenario.today)) return text('ui.plan.gain-left-out', likely, sure);
  if (today.peopleGainedPossible === null) return text('ui.plan.gain-two', sure, likely);
  if (likely !== possible) return text('ui.plan.gain', sure, likely, possible);
  return sure === likely ? text('ui.plan.gain-sure', sure) : text('ui.plan.gain-same', sure, likely);
}

const publicKey = ({ viabilityGapUsd, lifetimeCostUsd }) => (viabilityGapUsd > lifetimeCostUsd ? 'ui.plan.public-above' : 'ui.plan.public');

/** Sentences to stand after the headline of a plan. */
export async function besideHeadline({ totals, scenario }) {
  await more('plan');
  return [
    totals.viabilityGapUsd !== null && text(publicKey(totals), usd(totals.viabilityGapUsd)),
    totals.today && gainWords(totals, scenario),
  ].filter(Boolean).join(' ');
}
