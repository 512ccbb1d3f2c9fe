/** A plan's projects, partners and payments as files of its folder. */
package org.kiungo.planner.folder.funding;
