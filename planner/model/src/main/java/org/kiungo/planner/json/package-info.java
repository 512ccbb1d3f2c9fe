/** Where a JSON file cannot be read: which file, which place in it, what was found. */
package org.kiungo.planner.json;
