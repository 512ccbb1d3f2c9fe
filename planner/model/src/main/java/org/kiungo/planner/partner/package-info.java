/** Who brings money for a programme, how much of it when, as what, and under which conditions. */
package org.kiungo.planner.partner;
