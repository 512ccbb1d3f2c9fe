/** Changes of a draft that are tried at a price of money. */
package org.kiungo.planner.deploy.moves;
