/** The page of a plan's lots. */
package org.kiungo.web.page.lot;
