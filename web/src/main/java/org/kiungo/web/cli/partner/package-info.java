/** The library of partners on the command line. */
package org.kiungo.web.cli.partner;
