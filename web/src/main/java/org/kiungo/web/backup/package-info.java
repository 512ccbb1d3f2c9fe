/** Copies of everything that an installation keeps, made while it works, and put back. */
package org.kiungo.web.backup;
