/**
 * Plans in doubt, studied once and kept: what a plan loses where today's figures are wrong, and
 * what other plans count nearly as many people.
 */
package org.kiungo.web.doubt;
