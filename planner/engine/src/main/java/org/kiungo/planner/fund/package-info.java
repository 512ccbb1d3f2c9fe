/**
 * Who pays for which project: payments that keep every partner's conditions, for as many people as
 * the money reaches, with a bound no payments can beat.
 */
package org.kiungo.planner.fund;
