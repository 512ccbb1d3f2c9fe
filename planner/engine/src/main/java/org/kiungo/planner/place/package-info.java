/**
 * Where to host non-commercial e-services: which candidate sites open, which users each one serves,
 * under round-trip time, data law, capacity and budget.
 *
 * <p>The location models of the literature stand in {@code place.location}, each under its own
 * name; this package turns a network, users and kinds of service into their costs and reads their
 * answers back. Travel is network latency, never straight lines alone.
 */
package org.kiungo.planner.place;
