/**
 * Census tables joined to districts, by code or by name: which column holds the residents of which
 * year, which rows are totals, and which rows no district is found for.
 */
package org.kiungo.geodata.census;
