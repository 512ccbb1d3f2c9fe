/** The page of what stands of a plan. */
package org.kiungo.web.page.progress;
