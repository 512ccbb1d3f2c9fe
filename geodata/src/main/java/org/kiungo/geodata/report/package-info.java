/** An import's bad rows written back beside their reasons, for the person who mends the file. */
package org.kiungo.geodata.report;
