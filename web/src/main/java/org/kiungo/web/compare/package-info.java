/** Plans against one another: what changes where, and the plans between which one may slide. */
package org.kiungo.web.compare;
