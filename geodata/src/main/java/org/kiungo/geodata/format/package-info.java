/**
 * What reads layer files and what it tells: one class per format behind {@link
 * org.kiungo.geodata.format.LayerReader}, found on the class path, by kind in the packages below
 * this one, which alone they share. A file is recognised by its bytes, never by its name; a file
 * that cannot be read at all is refused once ({@code InputRefused}), a row that cannot be used
 * becomes a {@link org.kiungo.geodata.format.Finding} and the rest is kept.
 */
package org.kiungo.geodata.format;
