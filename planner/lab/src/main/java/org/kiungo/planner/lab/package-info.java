/**
 * The laboratory's command line: {@code java -jar kiungo-lab.jar benchmark …}. Nothing here reaches
 * a user of the planner.
 */
package org.kiungo.planner.lab;
