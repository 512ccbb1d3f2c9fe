/** The donor brief: a page, a file that stands alone, its map and its QR symbol. */
package org.kiungo.web.page.brief;
