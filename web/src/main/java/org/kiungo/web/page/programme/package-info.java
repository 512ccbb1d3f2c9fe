/** The page of a plan with phases: what each brings, costs and builds, by year and on the map. */
package org.kiungo.web.page.programme;
