/** Settlements made of a raster, to be looked at before they are kept; what a raster holds. */
package org.kiungo.web.settle;
