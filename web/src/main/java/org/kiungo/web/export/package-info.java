/** What a page shows, taken away: its layers in every format there is, and its map as a picture. */
package org.kiungo.web.export;
