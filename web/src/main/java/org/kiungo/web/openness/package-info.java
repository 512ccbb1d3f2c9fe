/** Who sits behind one gate: audits and stress tests of today's networks, as tables and files. */
package org.kiungo.web.openness;
