/** What an import has seen already: ids and places, by hash and cell, not row by row. */
package org.kiungo.geodata.layer.seen;
