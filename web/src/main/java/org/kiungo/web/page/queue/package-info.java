/** The queue of everything that waits and works, as a page. */
package org.kiungo.web.page.queue;
