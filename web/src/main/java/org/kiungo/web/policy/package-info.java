/** Levers, market terms, regulatory readiness and the money behind plans, for pages and the API. */
package org.kiungo.web.policy;
