/** Rows whose place stands in columns: text, spreadsheets, dBASE. */
package org.kiungo.geodata.format.table;
