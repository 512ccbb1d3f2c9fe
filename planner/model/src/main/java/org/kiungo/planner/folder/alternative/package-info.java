/** Other plans that serve about as many, and what none of them can do without, as files. */
package org.kiungo.planner.folder.alternative;
