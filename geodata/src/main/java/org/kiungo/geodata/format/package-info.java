/** Readers of layer files, one class per format behind the sealed LayerReader. */
package org.kiungo.geodata.format;
