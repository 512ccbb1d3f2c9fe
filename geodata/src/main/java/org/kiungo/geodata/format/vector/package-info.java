/** Features that carry their geometry, alone or in an archive. */
package org.kiungo.geodata.format.vector;
