/**
 * What a layer means: the declared kinds with their columns, and the import that turns a file's
 * rows into the planner's records with a report on every row that cannot be used.
 */
package org.kiungo.geodata.layer;
