/**
 * What users fill in where Kiungo has not looked: facts of a country with value, year and source,
 * kept by organisation. Nothing told is ever taken away; the last word on a topic holds.
 */
package org.kiungo.web.told;
