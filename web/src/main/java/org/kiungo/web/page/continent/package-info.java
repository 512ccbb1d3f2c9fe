/** The first page: the continent today, how far planning it has come, and what the plans add. */
package org.kiungo.web.page.continent;
