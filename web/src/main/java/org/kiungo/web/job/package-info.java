/**
 * Work that takes long: lanes of jobs that wait their turn in the database, leases that say who
 * works at which, and writes that wait for a database that is away.
 */
package org.kiungo.web.job;
