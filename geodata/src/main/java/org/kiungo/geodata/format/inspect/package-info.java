/** What a file holds, told before anything is imported. */
package org.kiungo.geodata.format.inspect;
