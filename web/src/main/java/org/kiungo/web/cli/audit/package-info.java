/** The audit log looked at, and persons erased, from the command line. */
package org.kiungo.web.cli.audit;
