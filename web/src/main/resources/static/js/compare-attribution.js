// What explains the difference between the two plans of a comparison.
import { AttributionPane } from './attribution.js';

const { a, b } = document.body.dataset;
new AttributionPane(document.getElementById('attribution'), { path: () => `/plans/${b}/attribution?over=${a}` }).restore();
