/** The page that shows all data of one country. */
package org.kiungo.web.page.workspace;
