/** What feeds a plan: sources of a layer, ranked, and merged in the way that was chosen. */
package org.kiungo.geodata.feed;
