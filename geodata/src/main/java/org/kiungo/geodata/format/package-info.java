/**
 * Readers of layer files, one class per format behind the sealed {@link
 * org.kiungo.geodata.format.LayerReader}. A file is recognised by its bytes, never by its name; a
 * file that cannot be read at all is refused once ({@code InputRefused}), a row that cannot be used
 * becomes a {@link org.kiungo.geodata.format.Finding} and the rest is kept.
 */
package org.kiungo.geodata.format;
