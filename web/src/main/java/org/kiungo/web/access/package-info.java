/**
 * Who asks, in which role, and what each address needs: nothing of it where there are no accounts.
 */
package org.kiungo.web.access;
