/** A plan in the making, changes to it that can be taken back, its regions. */
package org.kiungo.planner.deploy.draft;
