/** Sessions in the database: the same at every server that shares it, and after a restart. */
package org.kiungo.web.account.session;
