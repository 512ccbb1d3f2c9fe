/** The page of a plan in doubt. */
package org.kiungo.web.page.doubt;
