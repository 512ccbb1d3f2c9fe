/** Rules about gateways, landings and open access that somebody published, with year and source. */
package org.kiungo.geodata.openness.rule;
