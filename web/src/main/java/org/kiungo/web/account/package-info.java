/** Users and their organisations: how they come in, with passwords, tokens or OpenID Connect. */
package org.kiungo.web.account;
