/** Local search for Steiner trees: vertices, key vertices, key paths, many starts. */
package org.kiungo.planner.steiner.search;
