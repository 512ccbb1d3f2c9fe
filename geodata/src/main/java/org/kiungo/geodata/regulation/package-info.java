/**
 * How each country regulates, as facts that can be compared: one row a fact, with value, year,
 * source and confidence; and the broadband targets that countries, the African Union and the United
 * Nations published. What was not found is missing, never zero. To add a fact is to add a row to
 * {@code regulation.csv} or {@code targets.csv} beside these classes.
 */
package org.kiungo.geodata.regulation;
