/** Studies of futures on a cluster that Apache Spark runs; the only package that knows Spark. */
package org.kiungo.planner.spread;
