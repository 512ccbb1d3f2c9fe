/** The audit log looked at from the command line. */
package org.kiungo.web.cli.audit;
