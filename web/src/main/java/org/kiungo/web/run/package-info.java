/**
 * Runs: a scenario on its way to a plan. They wait in a bounded queue, run one at a time, report
 * through server-sent events or polling, keep the best plan when stopped, and go on after a
 * restart.
 */
package org.kiungo.web.run;
