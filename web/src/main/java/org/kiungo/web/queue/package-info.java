/**
 * Everything that waits, works or has ended, of whatever kind, as one list that can be followed.
 */
package org.kiungo.web.queue;
