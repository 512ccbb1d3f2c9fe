/** Bounds: the price of money, the arborescence at one price, the proof as a file. */
package org.kiungo.planner.deploy.prices;
