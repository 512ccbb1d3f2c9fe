/** Finished plans: kept as folders, listed in the database, shown as tables, points and links. */
package org.kiungo.web.plan;
