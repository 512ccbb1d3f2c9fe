/** What commands are asked for: groups of options that several share, and their values. */
package org.kiungo.web.cli.option;
