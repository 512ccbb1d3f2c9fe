/** What one user and one organisation may hold at once, so that none takes the others' share. */
package org.kiungo.web.portion;
