/** Pages of who pays for a plan, and of what of it can be signed. */
package org.kiungo.web.page.partner;
