/** What a plan loses where today's figures are wrong, as files. */
package org.kiungo.planner.folder.doubt;
