/** Scenarios: read, checked against the catalogue and the countries, and planned. */
package org.kiungo.web.scenario;
