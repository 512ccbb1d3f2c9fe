/** Pages where users come in and administrators say who may: forms that work without scripts. */
package org.kiungo.web.page.account;
