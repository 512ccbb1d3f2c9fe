/**
 * The page where a raster becomes settlements, looked at beside the national figure before kept.
 */
package org.kiungo.web.page.settle;
