/**
 * What comes in: uploads, and the queue in which they become versions of datasets. An import waits
 * in the database, is done by one server at a time, and ends together with what it stores.
 */
package org.kiungo.web.intake;
