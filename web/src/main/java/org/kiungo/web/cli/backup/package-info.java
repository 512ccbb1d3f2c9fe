/** Commands that copy an installation and put the copy back. */
package org.kiungo.web.cli.backup;
