/** As-built files of site engineers, row by row. */
package org.kiungo.geodata.built;
