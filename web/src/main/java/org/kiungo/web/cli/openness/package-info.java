/** Commands about who sits behind one gate. */
package org.kiungo.web.cli.openness;
