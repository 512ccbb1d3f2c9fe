/** What stands of a plan, against the plan, as files. */
package org.kiungo.planner.folder.progress;
