/** How commands answer: sentences or JSON, progress, the stop button, exit codes. */
package org.kiungo.web.cli.console;
