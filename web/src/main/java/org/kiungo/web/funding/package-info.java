/**
 * Who pays for a plan's projects: partners with the facts their conditions ask of, and in words.
 */
package org.kiungo.web.funding;
