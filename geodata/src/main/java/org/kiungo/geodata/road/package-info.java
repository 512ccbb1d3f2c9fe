/** Drawn roads made into a network that cables may follow: noded, contracted, cut at feet. */
package org.kiungo.geodata.road;
