/**
 * Health sites and schools that Kiungo carries, apart from the reference data that plans rest on.
 */
package org.kiungo.geodata.reference.facility;
