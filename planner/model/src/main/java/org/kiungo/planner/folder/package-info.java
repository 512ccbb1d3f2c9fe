/**
 * A plan folder: what was decided, what is proven about it, and everything needed to compute it
 * again. The same plan gives the same bytes on every machine: lists in the order of their ids, no
 * clock, no machine names, numbers in shortest round-trip form, one feature per line.
 */
package org.kiungo.planner.folder;
