/** A plan as it may be shown to those who may not know where things stand, or whose they are. */
package org.kiungo.planner.folder.redaction;
