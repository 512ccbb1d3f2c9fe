/** Lagrangian relaxation, cuts and the tree that branches on sites. */
package org.kiungo.planner.place.location.dual;
