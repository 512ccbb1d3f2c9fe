/** Countries that a page shows as one, and the communities that they may be chosen by. */
package org.kiungo.web.page.region;
