/** Work in a Java of its own, so that running out of memory costs that work alone. */
package org.kiungo.web.worker;
