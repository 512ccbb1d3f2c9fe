/** Why a plan chooses what it chooses, as data. */
package org.kiungo.planner.explain;
